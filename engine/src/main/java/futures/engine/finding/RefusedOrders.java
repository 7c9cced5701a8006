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
        long limits = refusals.stream()
                .filter(reason -> reason.startsWith("risk limit"))
                .count();
        String byLimits = limits == 0 ? "" : " and " + limits + " by risk limits";
        return Wording.found(
                "refused_orders",
                Severity.WARNING,
                Wording.count(refusals.size(), "order was refused", "orders were refused") + ", " + margin
                        + " of them for want of margin" + byLimits + "; the first because " + refusals.get(0) + ".",
                limits > 0
                        ? "These are the trades that the limits kept from being made; compare with a run without them."
                        : margin > 0
                                ? "Trade fewer contracts or a smaller product, or start with more cash: what was refused is missing"
                                        + " from the result."
                                : "Correct what the reason says: what was refused is missing from the result.");
    }
}
