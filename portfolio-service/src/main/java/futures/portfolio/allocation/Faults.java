package futures.portfolio.allocation;

import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with an order, so that it is said at once. */
final class Faults {
    private static final int MOST = 20;

    private final List<Problem.FieldError> found = new ArrayList<>();

    void add(String field, Object value, String message) {
        if (found.size() < MOST) {
            found.add(new Problem.FieldError(field, value == null ? null : value.toString(), message));
        }
    }

    /** Null counts as wrong. */
    void need(String field, Object value, boolean right, String message) {
        if (value == null || !right) {
            add(field, value, value == null ? "missing; " + message : message);
        }
    }

    /** The value, or what stands in for null; it must lie within the bounds, both included. */
    Double number(String field, Double value, double standIn, double least, double most) {
        double used = value == null ? standIn : value;
        if (!(used >= least && used <= most)) {
            add(field, value, "must be from " + plain(least) + " to " + plain(most));
        }
        return used;
    }

    Integer whole(String field, Integer value, int standIn, int least, int most) {
        int used = value == null ? standIn : value;
        if (used < least || used > most) {
            add(field, value, "must be from " + least + " to " + most);
        }
        return used;
    }

    String choice(String field, String value, String standIn, List<String> known) {
        String used = value == null ? standIn : value;
        if (!known.contains(used)) {
            add(field, value, "must be one of " + String.join(", ", known) + NearNames.hint(used, known));
        }
        return used;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    /** @throws Problem 422 with all of them when there are any */
    void throwIfAny() {
        if (!found.isEmpty()) {
            Problem problem = Problem.unprocessable("The allocation has " + found.size()
                    + (found.size() == 1 ? " fault" : " faults") + "; correct the fields below and send it again.");
            found.forEach(fault -> problem.field(fault.field(), fault.value(), fault.message()));
            throw problem;
        }
    }
}
