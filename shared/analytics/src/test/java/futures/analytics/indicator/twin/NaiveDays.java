package futures.analytics.indicator.twin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * Indicators of the trading day on minutes in quarter points, for CME hours (17:00 of the evening before to 16:00, Chicago).
 * Days are told from each bar's own time.
 */
public final class NaiveDays {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final MathContext DIGITS = new MathContext(50);

    private final ZonedDateTime[] time;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;
    private final LocalDate[] day;

    public NaiveDays(long[] times, double[] open, double[] high, double[] low, double[] close, double[] volume) {
        this.open = open;
        this.high = high;
        this.low = low;
        this.close = close;
        this.volume = volume;
        this.time = new ZonedDateTime[times.length];
        this.day = new LocalDate[times.length];
        for (int i = 0; i < times.length; i++) {
            time[i] = Instant.ofEpochMilli(times[i]).atZone(CHICAGO);
            day[i] = time[i].getHour() >= 17 ? time[i].toLocalDate().plusDays(1) : time[i].toLocalDate();
            if (day[i].getDayOfWeek() == DayOfWeek.SATURDAY || day[i].getDayOfWeek() == DayOfWeek.SUNDAY) {
                throw new IllegalArgumentException("no session at " + time[i]);
            }
        }
    }

    /** Index of the first bar of a bar's day. */
    private int first(int bar) {
        int i = bar;
        while (i > 0 && day[i - 1].equals(day[bar])) {
            i--;
        }
        return i;
    }

    /** Open, high, low and close of the day before; null on the first one. */
    public double[] previousDay(int bar) {
        int last = first(bar) - 1;
        if (last < 0) {
            return null;
        }
        int from = first(last);
        double highest = Double.MIN_VALUE;
        double lowest = Double.MAX_VALUE;
        for (int i = from; i <= last; i++) {
            highest = Math.max(highest, high[i]);
            lowest = Math.min(lowest, low[i]);
        }
        return new double[] {open[from], highest, lowest, close[last]};
    }

    /** Index of the last bar of the day before; negative on the first one. */
    public int lastOfDayBefore(int bar) {
        return first(bar) - 1;
    }

    /** Mean and standard deviation weighted by volume; null while nothing traded. */
    public double[] vwap(int bar) {
        BigDecimal traded = BigDecimal.ZERO;
        BigDecimal products = BigDecimal.ZERO;
        BigDecimal squares = BigDecimal.ZERO;
        for (int i = first(bar); i <= bar; i++) {
            BigDecimal weight = BigDecimal.valueOf(volume[i]);
            BigDecimal triple =
                    BigDecimal.valueOf(high[i]).add(BigDecimal.valueOf(low[i])).add(BigDecimal.valueOf(close[i]));
            traded = traded.add(weight);
            products = products.add(weight.multiply(triple));
            squares = squares.add(weight.multiply(triple).multiply(triple));
        }
        if (traded.signum() == 0) {
            return null;
        }
        BigDecimal mean = products.divide(traded, DIGITS);
        BigDecimal variance = squares.divide(traded, DIGITS).subtract(mean.multiply(mean));
        BigDecimal three = BigDecimal.valueOf(3);
        return new double[] {
            mean.divide(three, DIGITS).doubleValue(),
            variance.max(BigDecimal.ZERO).sqrt(DIGITS).divide(three, DIGITS).doubleValue()
        };
    }

    /** High and low of the bars from a time of day (Chicago) for so many minutes; null until they are over. */
    public double[] openingRange(int bar, int hour, int minute, int minutes) {
        LocalDate on = hour >= 17 ? day[bar].minusDays(1) : day[bar];
        ZonedDateTime begin = on.atTime(hour, minute).atZone(CHICAGO);
        ZonedDateTime end = begin.plusMinutes(minutes);
        if (time[bar].plusMinutes(1).isBefore(end)) {
            return null;
        }
        double[] range = null;
        for (int i = first(bar); i <= bar; i++) {
            if (!time[i].isBefore(begin) && time[i].isBefore(end)) {
                range = range == null
                        ? new double[] {high[i], low[i]}
                        : new double[] {Math.max(range[0], high[i]), Math.min(range[1], low[i])};
            }
        }
        return range;
    }

    /** Point of control, upper and lower edge of the 70 % area, in quarter points; null while nothing traded. */
    public double[] profile(int bar) {
        TreeMap<Integer, BigDecimal> rows = new TreeMap<>();
        for (int i = first(bar); i <= bar; i++) {
            int from = (int) (low[i] * 4);
            int to = (int) (high[i] * 4);
            BigDecimal share =
                    BigDecimal.valueOf(volume[i]).divide(BigDecimal.valueOf(to - from + 1L), 6, RoundingMode.HALF_UP);
            for (int row = from; row <= to; row++) {
                rows.merge(row, share, BigDecimal::add);
            }
        }
        BigDecimal total = rows.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.signum() == 0) {
            return null;
        }
        double middle = (rows.firstKey() + rows.lastKey()) / 2.0;
        int control = rows.firstKey();
        for (int row = rows.firstKey(); row <= rows.lastKey(); row++) {
            int more = at(rows, row).compareTo(at(rows, control));
            if (more > 0 || (more == 0 && Math.abs(row - middle) < Math.abs(control - middle))) {
                control = row;
            }
        }
        int top = control;
        int bottom = control;
        BigDecimal wanted = total.multiply(new BigDecimal("0.70"));
        BigDecimal inside = at(rows, control);
        while (inside.compareTo(wanted) < 0) {
            BigDecimal above = at(rows, top + 1).add(at(rows, top + 2));
            BigDecimal below = at(rows, bottom - 1).add(at(rows, bottom - 2));
            boolean full = top >= rows.lastKey();
            boolean empty = bottom <= rows.firstKey();
            if (!full && (empty || above.compareTo(below) >= 0)) {
                top = Math.min(top + 2, rows.lastKey());
                inside = inside.add(above);
            } else {
                bottom = Math.max(bottom - 2, rows.firstKey());
                inside = inside.add(below);
            }
        }
        return new double[] {control / 4.0, top / 4.0, bottom / 4.0};
    }

    private static BigDecimal at(Map<Integer, BigDecimal> rows, int row) {
        return rows.getOrDefault(row, BigDecimal.ZERO);
    }
}
