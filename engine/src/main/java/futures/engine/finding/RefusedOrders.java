package futures.engine.finding;

import java.util.List;
import java.util.Optional;

/** Orders that never reached the market. */
final class RefusedOrders implements Check {
    @Override
    public Optional<Finding> look(RunFacts run) {
        List<String> refusals = run.holdings().stream()
                .flatMap(holding -> holding.refusals().stream())
                .toList();
        if (refusals.isEmpty()) {
            return Optional.empty();
        }
        long margin = refusals.stream()
                .filter(reason -> reason.contains("initial margin"))
                .count();
        return Wording.found(
                "refused_orders",
                Severity.WARNING,
                Wording.count(refusals.size(), "order was refused", "orders were refused") + ", " + margin
                        + " of them for want of margin; the first because " + refusals.get(0) + ".",
                margin > 0
                        ? "Trade fewer contracts or a smaller product, or start with more cash: what was refused is missing"
                                + " from the result."
                        : "Correct what the reason says: what was refused is missing from the result.");
    }
}
