package futures.portfolio.ledger;

import futures.kit.http.Problem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a batch, of which the first 20 are told. */
final class Faults {
    private static final int MOST = 20;

    private record Fault(String field, Object value, String message) {}

    private final List<Fault> first = new ArrayList<>();
    private int count;

    /** @param fault null when there is none */
    void need(String field, Object value, String fault) {
        if (fault == null) {
            return;
        }
        count++;
        if (first.size() < MOST) {
            first.add(new Fault(field, value, fault));
        }
    }

    int count() {
        return count;
    }

    /** @throws Problem 422 when there are any */
    void refuse() {
        if (count == 0) {
            return;
        }
        Problem problem = Problem.unprocessable("The batch has " + count
                + (count == 1 ? " fault" : " faults")
                + (count > MOST ? ", the first " + MOST + " of which follow" : "")
                + "; nothing was recorded. Correct it and send it again.");
        first.forEach(fault -> problem.field(fault.field(), fault.value(), fault.message()));
        throw problem;
    }
}
