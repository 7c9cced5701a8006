package futures.data.load;

import futures.data.csv.DateForm;
import futures.data.csv.Dialect;
import futures.data.csv.DialectDetector;
import futures.data.csv.DialectException;
import futures.data.csv.DialectRequest;
import futures.data.csv.SourceFile;
import futures.data.load.ImportPlan.PlannedFile;
import futures.kit.http.Problem;
import futures.model.Timeframe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Understands the files of an import together: what one leaves open, the others may settle. */
public final class ImportPlanner {
    private ImportPlanner() {}

    /**
     * The dialect of every file.
     *
     * @throws Problem 422 naming the parameter that settles what the files leave open
     */
    public static List<PlannedFile> understand(List<SourceFile> files, DialectRequest request) throws IOException {
        List<PlannedFile> planned = new ArrayList<>();
        List<SourceFile> undecided = new ArrayList<>();
        DialectException question = null;
        for (SourceFile file : files) {
            try {
                planned.add(new PlannedFile(file, DialectDetector.detect(file, request)));
            } catch (DialectException e) {
                if (!e.parameter().equals("date_format")) {
                    throw problem(e);
                }
                question = e;
                undecided.add(file);
            }
        }
        if (question != null) {
            planned.addAll(decideByOthers(undecided, planned, request, question));
            planned.sort((a, b) -> Integer.compare(files.indexOf(a.file()), files.indexOf(b.file())));
        }
        oneTimeframe(planned);
        return planned;
    }

    /** Files of one source write their dates alike. */
    private static List<PlannedFile> decideByOthers(
            List<SourceFile> undecided, List<PlannedFile> others, DialectRequest request, DialectException question)
            throws IOException {
        Set<DateForm> forms =
                others.stream().map(other -> other.dialect().dateForm()).collect(Collectors.toSet());
        if (forms.size() != 1) {
            throw problem(question);
        }
        List<PlannedFile> decided = new ArrayList<>();
        for (SourceFile file : undecided) {
            try {
                decided.add(new PlannedFile(
                        file,
                        DialectDetector.detect(
                                file, request.with(forms.iterator().next()))));
            } catch (DialectException e) {
                throw problem(e);
            }
        }
        return decided;
    }

    private static void oneTimeframe(List<PlannedFile> planned) {
        Dialect first = planned.get(0).dialect();
        for (PlannedFile other : planned) {
            Timeframe found = other.dialect().timeframe();
            if (!found.equals(first.timeframe())) {
                throw Problem.unprocessable(planned.get(0).file().name() + " holds " + first.timeframe() + " bars and "
                                + other.file().name() + " holds " + found
                                + " bars; import them apart, or give timeframe= if that is not so.")
                        .field("timeframe", found, "files differ");
            }
        }
    }

    private static Problem problem(DialectException e) {
        return Problem.unprocessable(e.getMessage() + ".").field(e.parameter(), null, e.getMessage());
    }
}
