package futures.model.bars;

import futures.model.Timeframe;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What bars are to be like: {@code 4h} and other timeframes, or {@code tick:100}, {@code volume:5000}, {@code range:8}, {@code
 * renko:10}.
 *
 * @param kind       how a bar is bounded
 * @param timeframe  of bars bounded by time; null of others
 * @param size       of the others: stored bars, contracts, or ticks
 * @param hours      part of the trading day that counts
 * @param settlement local time before which the close of a day's bar traded; null: the day's last trade
 */
public record BarForm(Kind kind, Timeframe timeframe, long size, Hours hours, LocalTime settlement) {
    /** How a bar is bounded. */
    public enum Kind {
        TIME,
        TICK,
        VOLUME,
        RANGE,
        RENKO
    }

    private static final Timeframe WEEK = new Timeframe(7 * 86_400);
    private static final Pattern COUNTED = Pattern.compile("(tick|volume|range|renko):([1-9][0-9]{0,8})");

    public BarForm {
        if (settlement != null && !(kind == Kind.TIME && timeframe.equals(Timeframe.DAY) && hours == Hours.ALL)) {
            throw new IllegalArgumentException("only the bar of a whole trading day, 1d, closes at a settlement");
        }
    }

    /** Whether bars of that length can be made: up to a day, or of a week. */
    public static boolean possible(Timeframe timeframe) {
        return timeframe.compareTo(Timeframe.DAY) <= 0 || timeframe.equals(WEEK);
    }

    public static BarForm of(Timeframe timeframe) {
        return new BarForm(Kind.TIME, timeframe, 0, Hours.ALL, null);
    }

    /** @throws IllegalArgumentException when the text is no form of bars; the message says what is */
    public static BarForm parse(String text) {
        Matcher counted = COUNTED.matcher(text);
        if (counted.matches()) {
            Kind kind = Kind.valueOf(counted.group(1).toUpperCase(Locale.ROOT));
            return new BarForm(kind, null, Long.parseLong(counted.group(2)), Hours.ALL, null);
        }
        if (text.indexOf(':') >= 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no form of bars; write tick:100, volume:5000, range:8,"
                            + " renko:10, or a timeframe such as 4h");
        }
        return of(Timeframe.parse(text));
    }

    public BarForm with(Hours part) {
        return new BarForm(kind, timeframe, size, part, settlement);
    }

    public BarForm withSettlement(LocalTime time) {
        return new BarForm(kind, timeframe, size, hours, time);
    }

    /** Whether bars end and begin inside a stored bar, at prices on a path that is assumed. */
    public boolean insideStoredBars() {
        return kind == Kind.RANGE || kind == Kind.RENKO;
    }

    /** In which way the bars are not what trades would give; empty when they are. */
    public String approximation(Timeframe madeFrom) {
        String from = "bars of " + madeFrom;
        return switch (kind) {
            case TIME -> "";
            case TICK -> "Trades are not stored: every one of the " + from + " counts as one.";
            case VOLUME ->
                "A bar ends with the first of the " + from
                        + " at which the volume is reached, and holds what that one has more.";
            case RANGE, RENKO ->
                "Inside " + from
                        + " the price is taken to go from the open to the nearer of high and low (low when equally"
                        + " near), to the other one and to the close; times inside are only an order, and volume is spread evenly.";
        };
    }

    /** Length of a bar; where bars differ in it, that of the bars they are made of, which is the least. */
    public Timeframe nominal(Timeframe madeFrom) {
        return timeframe == null ? madeFrom : timeframe;
    }

    /** {@code 4h}, {@code range:8}; hours and settlement are not in it. */
    public String name() {
        return kind == Kind.TIME ? timeframe.toString() : kind.name().toLowerCase(Locale.ROOT) + ":" + size;
    }

    /** All of it, e.g. {@code 1d regular} or {@code 1d settlement 15:00}. */
    @Override
    public String toString() {
        return name()
                + (hours == Hours.ALL ? "" : " " + hours.text())
                + (settlement == null ? "" : " settlement " + settlement);
    }
}
