package futures.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Length of a bar, written {@code 1m}, {@code 5m}, {@code 1h}, {@code 4h}, {@code 1d}, {@code 1w}.
 *
 * @param seconds nominal length; a bar of a day covers a trading day, whatever its hours
 */
public record Timeframe(int seconds) implements Comparable<Timeframe> {
    public static final Timeframe MINUTE = new Timeframe(60);
    public static final Timeframe DAY = new Timeframe(86_400);

    private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,3})([smhdw])");

    public Timeframe {
        if (seconds <= 0) {
            throw new IllegalArgumentException("a timeframe must be longer than nothing, found " + seconds + " s");
        }
    }

    /** @throws IllegalArgumentException when the text is no timeframe; the message says what is */
    public static Timeframe parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no timeframe; write a number and a unit, such as 1m, 5m, 1h, 1d");
        }
        int count = Integer.parseInt(matcher.group(1));
        int unit = switch (matcher.group(2)) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            default -> 604_800;
        };
        if (count > Integer.MAX_VALUE / unit) {
            throw new IllegalArgumentException("'" + text + "' is longer than any timeframe");
        }
        return new Timeframe(count * unit);
    }

    public long millis() {
        return seconds * 1000L;
    }

    @Override
    public int compareTo(Timeframe other) {
        return Integer.compare(seconds, other.seconds);
    }

    @Override
    public String toString() {
        if (seconds % 604_800 == 0) {
            return seconds / 604_800 + "w";
        }
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }
}
