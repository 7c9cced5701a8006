package futures.risk.prop;

import futures.kit.http.Problem;
import futures.kit.http.Request;
import java.util.Arrays;
import java.util.List;

/**
 * How lives are drawn.
 *
 * @param sizes     ascending; null for those that the plan allows
 * @param blockDays 0 for what the days themselves ask for
 * @param days      after which an evaluation counts as running
 */
record OddsOrder(List<Integer> sizes, int lives, long seed, double blockDays, int days, int lifeDays, int attempts) {
    static final int MOST_SIZE = 1000;
    static final int MOST_SIZES = 30;
    private static final long MOST_LIVED = 300_000_000L;

    static OddsOrder of(Request request) {
        int days = request.integer("days");
        int lifeDays = request.integer("life_days");
        if (days > lifeDays) {
            throw Problem.badRequest(
                            "An evaluation cannot be looked at for longer than a life: give days of at most life_days.")
                    .field("days", days, "must be at most life_days, " + lifeDays);
        }
        return new OddsOrder(
                sizes(request.text("sizes")),
                request.integer("lives"),
                request.number("seed"),
                request.decimal("block_days") == null
                        ? 0
                        : request.decimal("block_days").doubleValue(),
                days,
                lifeDays,
                request.integer("attempts"));
    }

    private static List<Integer> sizes(String text) {
        if (text == null) {
            return null;
        }
        try {
            List<Integer> sizes = Arrays.stream(text.split(",", -1))
                    .map(one -> Integer.parseInt(one.trim()))
                    .distinct()
                    .sorted()
                    .toList();
            if (sizes.size() <= MOST_SIZES && sizes.get(0) >= 1 && sizes.get(sizes.size() - 1) <= MOST_SIZE) {
                return sizes;
            }
        } catch (NumberFormatException e) {
            // told below, with what is allowed
        }
        String allowed = "up to " + MOST_SIZES + " whole numbers from 1 to " + MOST_SIZE + " such as 1,2,5";
        throw Problem.badRequest("'sizes' must be " + allowed + ".").field("sizes", text, "must be " + allowed);
    }

    /** @throws Problem 400 when it would take too long */
    void bounded(int sizesDrawn) {
        if ((long) lives * sizesDrawn * lifeDays > MOST_LIVED) {
            throw Problem.badRequest("lives × sizes × life_days is " + (long) lives * sizesDrawn * lifeDays
                            + "; ask for fewer of one of them.")
                    .field("lives", lives, "the product may be " + MOST_LIVED + " at most");
        }
    }
}
