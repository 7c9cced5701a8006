package futures.portfolio.ledger;

import futures.kit.http.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Where a page of a list ends: the sort key of its last row, as {@code 1711629000000.17}. */
public final class Cursor {
    private final long[] parts;

    private Cursor(long... parts) {
        this.parts = parts;
    }

    /**
     * @param text  null for the beginning
     * @param count numbers that it has
     * @throws Problem 400 when it is none of ours
     */
    public static Cursor parse(String text, int count) {
        if (text == null) {
            long[] beginning = new long[count];
            Arrays.fill(beginning, Long.MIN_VALUE);
            return new Cursor(beginning);
        }
        try {
            long[] parts = Arrays.stream(text.split("\\.", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
            if (parts.length == count) {
                return new Cursor(parts);
            }
        } catch (NumberFormatException e) {
            // Answered below, with what to do.
        }
        throw Problem.badRequest("'cursor' must be what the page before answered as cursor; leave it out to begin.")
                .field("cursor", text, "not a cursor of this list");
    }

    public static String text(long... parts) {
        return LongStream.of(parts).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    public long part(int index) {
        return parts[index];
    }
}
