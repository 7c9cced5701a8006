package futures.backtest.run;

import futures.kit.http.Problem;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.DataGrade;
import futures.wire.backtest.FindingRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What follows for a run from the grades of its data. */
public record DataGrades(List<DataGrade> all) {
    private static final String WORST = "F";

    /** The worst one, A to F; null when none is known. */
    String worst() {
        return all.stream()
                .map(DataGrade::grade)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** @throws Problem 422 for a grade of F that the order does not accept */
    public void check(BacktestOrder order) {
        if (order.acceptGradeF()) {
            return;
        }
        for (DataGrade data : all) {
            if (WORST.equals(data.grade())) {
                throw Problem.unprocessable("The " + data.timeframe() + " bars of " + data.symbol() + " are graded F ("
                                + data.reason() + "), and a result on them would mean little. See " + data.href()
                                + " of the data service for what is wrong with them; repair or replace them, or say"
                                + " accept_grade_f=true to run all the same.")
                        .field("accept_grade_f", false, data.symbol() + " " + data.timeframe() + " is graded F");
            }
        }
    }

    /** Where the data service did not say. */
    public List<String> warnings() {
        return all.stream()
                .filter(data -> data.grade() == null)
                .map(data -> "How far the " + data.timeframe() + " bars of " + data.symbol()
                        + " can be trusted is not known: " + data.reason())
                .toList();
    }

    /** Grades from C on; the worst first. */
    List<FindingRow> findings() {
        List<FindingRow> rows = new ArrayList<>();
        all.stream()
                .filter(data -> data.grade() != null && data.grade().compareTo("C") >= 0)
                .sorted(Comparator.comparing(DataGrade::grade).reversed())
                .forEach(data -> rows.add(new FindingRow(
                        "data_grade",
                        switch (data.grade()) {
                            case "C" -> "note";
                            case "D" -> "warning";
                            default -> "serious";
                        },
                        "The " + data.timeframe() + " bars of " + data.symbol() + " are graded " + data.grade() + ": "
                                + data.reason() + ".",
                        "Look at " + data.href()
                                + " of the data service and at the days that it names, before believing"
                                + " what depends on them.")));
        return rows;
    }
}
