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
    private static final int MOST_PASSES = 4;

    private ImportPlanner() {}

    /**
     * The dialect of every file.
     *
     * @param mostBytes that an import may unpack to; some files are read through more than once to understand them
     * @throws Problem 422 naming the parameter that settles what the files leave open, or the file that cannot be read
     */
    public static List<PlannedFile> understand(List<SourceFile> files, DialectRequest request, long mostBytes) {
        ReadLimit limit = new ReadLimit(MOST_PASSES * mostBytes, mostBytes);
        List<PlannedFile> planned = new ArrayList<>();
        List<SourceFile> undecided = new ArrayList<>();
        DialectException question = null;
        for (SourceFile file : files) {
            try {
                planned.add(new PlannedFile(file, detect(file, request, limit)));
            } catch (DialectException e) {
                if (!e.parameter().equals("date_format")) {
                    throw problem(e);
                }
                question = e;
                undecided.add(file);
            }
        }
        if (question != null) {
            planned.addAll(decideByOthers(undecided, planned, request, question, limit));
            planned.sort((a, b) -> Integer.compare(files.indexOf(a.file()), files.indexOf(b.file())));
        }
        oneTimeframe(planned);
        return planned;
    }

    private static Dialect detect(SourceFile file, DialectRequest request, ReadLimit limit) throws DialectException {
        try {
            return DialectDetector.detect(limit.of(file), request);
        } catch (IOException e) {
            throw Problem.unprocessable("'" + file.name() + "' cannot be read: " + ReadLimit.reason(e) + ".")
                    .field("path", file.name(), ReadLimit.reason(e));
        }
    }

    /** Files of one source write their dates alike. */
    private static List<PlannedFile> decideByOthers(
            List<SourceFile> undecided,
            List<PlannedFile> others,
            DialectRequest request,
            DialectException question,
            ReadLimit limit) {
        Set<DateForm> forms =
                others.stream().map(other -> other.dialect().dateForm()).collect(Collectors.toSet());
        if (forms.size() != 1) {
            throw problem(question);
        }
        List<PlannedFile> decided = new ArrayList<>();
        for (SourceFile file : undecided) {
            try {
                decided.add(new PlannedFile(
                        file, detect(file, request.with(forms.iterator().next()), limit)));
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
