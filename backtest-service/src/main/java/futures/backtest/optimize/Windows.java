package futures.backtest.optimize;

import futures.kit.http.Problem;
import futures.wire.backtest.WalkForwardWindows;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Cuts trading days into windows. */
final class Windows {
    private static final int MOST = 500;
    private static final int MOST_LENGTH = 10_000;
    private static final int WARM_UP = 500;
    private static final List<String> UNITS = List.of("days", "weeks", "months");

    private Windows() {}

    /** Places of trading days, the last ones inclusive. */
    record Window(int inStart, int inEnd, int outStart, int outEnd) {}

    /**
     * With all that it leaves open.
     *
     * @param field for messages
     * @param other whose values stand in; null for none
     * @throws Problem 422 with the field
     */
    static WalkForwardWindows complete(String field, WalkForwardWindows given, WalkForwardWindows other) {
        if (given == null) {
            throw wrong(field, null, "must have in_sample and out_of_sample");
        }
        String unit = first(given.unit(), other == null ? "days" : other.unit());
        if (!UNITS.contains(unit)) {
            throw wrong(field + ".unit", unit, "must be days, weeks or months");
        }
        Integer in = first(given.inSample(), other == null ? null : other.inSample());
        Integer out = first(given.outOfSample(), other == null ? null : other.outOfSample());
        within(field + ".in_sample", in, 1, MOST_LENGTH);
        within(field + ".out_of_sample", out, 1, MOST_LENGTH);
        int step = first(given.step(), out);
        within(field + ".step", step, out, MOST_LENGTH);
        int gap = first(given.gapDays(), other == null ? Integer.valueOf(0) : other.gapDays());
        within(field + ".gap_days", gap, 0, MOST_LENGTH);
        int warmUp = first(given.warmUpBars(), other == null ? Integer.valueOf(WARM_UP) : other.warmUpBars());
        within(field + ".warm_up_bars", warmUp, 0, 10_000_000);
        boolean anchored = first(given.anchored(), other == null ? Boolean.FALSE : other.anchored());
        return new WalkForwardWindows(unit, in, out, step, gap, anchored, warmUp);
    }

    private static <T> T first(T one, T other) {
        return one == null ? other : one;
    }

    private static void within(String field, Integer value, int least, int most) {
        if (value == null || value < least || value > most) {
            throw wrong(field, value, "must be a whole number from " + least + " to " + most);
        }
    }

    private static Problem wrong(String field, Object value, String message) {
        return Problem.unprocessable("'" + field + "' " + message + ", found " + value + ".")
                .field(field, value, message);
    }

    /**
     * Those that lie wholly inside the days, oldest first.
     *
     * @param how complete
     * @throws Problem 422 for none or too many
     */
    static List<Window> of(WalkForwardWindows how, List<LocalDate> days) {
        List<Integer> starts = starts(how.unit(), days);
        int units = starts.size();
        starts.add(days.size());
        List<Window> windows = new ArrayList<>();
        for (int out = how.inSample(); out + how.outOfSample() <= units; out += how.step()) {
            int inStart = starts.get(how.anchored() ? 0 : out - how.inSample());
            int outStart = starts.get(out);
            int inEnd = outStart - 1 - how.gapDays();
            if (inEnd < inStart) {
                throw wrong("windows.gap_days", how.gapDays(), "leaves no day to optimize");
            }
            windows.add(new Window(inStart, inEnd, outStart, starts.get(out + how.outOfSample()) - 1));
        }
        if (windows.isEmpty() || windows.size() > MOST) {
            throw Problem.unprocessable("The " + units + " " + how.unit() + " of the bars give " + windows.size()
                            + " windows of " + how.inSample() + " and " + how.outOfSample() + "; there must be 1 to "
                            + MOST
                            + ".")
                    .field("windows", how.inSample() + " + " + how.outOfSample(), "1 to " + MOST + " windows");
        }
        return windows;
    }

    /** The place of the first day of each unit. */
    private static List<Integer> starts(String unit, List<LocalDate> days) {
        Function<LocalDate, Object> of = switch (unit) {
            case "weeks" ->
                day -> day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "months" -> YearMonth::from;
            default -> day -> day;
        };
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            if (i == 0 || !Objects.equals(of.apply(days.get(i)), of.apply(days.get(i - 1)))) {
                starts.add(i);
            }
        }
        return starts;
    }
}
