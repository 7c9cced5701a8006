package futures.risk.measure;

import futures.analytics.allocation.Caps;
import futures.analytics.allocation.PositionSize;
import futures.kit.ServiceClient;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.risk.SizeAnswer;
import futures.wire.risk.SizeOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** How many contracts. */
final class SizeRoutes {
    private static final BigDecimal MOST_MONEY = new BigDecimal("1e12");

    private final ServiceClient data;

    SizeRoutes(ServiceClient data) {
        this.data = data;
    }

    void declare(Routes routes) {
        routes.post("/api/risk/position-size")
                .summary("Whole contracts by fixed risk, fraction, volatility, Kelly or optimal f, and what bound them")
                .description(
                        "Tick, point value and initial margin come from the data service. Kelly and optimal f are upper"
                                + " bounds: half of them, and at most 5 % of equity, unless `share` and `most_fraction` say otherwise.")
                .body(SizeOrder.class)
                .answers(SizeAnswer.class)
                .handle(this::answer);
    }

    private SizeAnswer answer(Request request) {
        SizeOrder order = request.body(SizeOrder.class);
        if (order.symbol() == null || order.symbol().isBlank()) {
            throw Given.wrong("symbol", order.symbol(), "must be a contract of the data service, such as ES");
        }
        BigDecimal equity = order.equity();
        if (equity == null || equity.abs().compareTo(MOST_MONEY) > 0) {
            throw Given.wrong("equity", equity, "must be money, at most " + MOST_MONEY.toPlainString());
        }
        Contract contract = Contract.of(data, order.symbol());
        BigDecimal margin = margin(order, contract);
        Caps limit = order.maxContracts() == null
                ? Caps.NONE
                : Caps.NONE.withContracts(Given.within("max_contracts", order.maxContracts(), 0, 0, Integer.MAX_VALUE));
        Caps caps = margin == null ? limit : limit.withMargin(margin);
        SizeRule rule = SizeRule.of(order, contract);
        PositionSize size = rule.size(caps);
        int byRule = rule.size(Caps.NONE).contracts();
        Integer byMargin = margin == null
                ? null
                : (Integer) equity.max(BigDecimal.ZERO)
                        .divideToIntegralValue(margin)
                        .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                        .intValueExact();
        BigDecimal count = BigDecimal.valueOf(size.contracts());
        BigDecimal risk = rule.lossAtStop() == null ? null : rule.lossAtStop().multiply(count);
        return new SizeAnswer(
                size.contracts(),
                size.boundBy().name().toLowerCase(Locale.ROOT),
                because(size, rule, margin, order, equity),
                byRule,
                byMargin,
                order.maxContracts(),
                rule.lossAtStop(),
                risk,
                risk == null || equity.signum() <= 0 ? null : risk.divide(equity, 6, RoundingMode.HALF_EVEN),
                margin,
                margin == null ? null : margin.multiply(count),
                rule.fullFraction(),
                rule.usedFraction(),
                new SizeAnswer.Terms(
                        contract.symbol(),
                        contract.tickSize(),
                        contract.tickValue(),
                        contract.pointValue(),
                        contract.currency()));
    }

    /** Null when it is not known, or left out. */
    private static BigDecimal margin(SizeOrder order, Contract contract) {
        BigDecimal margin = order.marginPerContract() != null ? order.marginPerContract() : contract.initialMargin();
        if (margin != null && (margin.signum() < 0 || margin.compareTo(MOST_MONEY) > 0)) {
            throw Given.wrong("margin_per_contract", margin, "must not be negative; 0 leaves margin out");
        }
        return margin == null || margin.signum() == 0 ? null : margin;
    }

    private static String because(
            PositionSize size, SizeRule rule, BigDecimal margin, SizeOrder order, BigDecimal equity) {
        if (equity.signum() <= 0) {
            return "The account has no equity.";
        }
        return switch (size.boundBy()) {
            case RISK -> rule.words();
            case MARGIN ->
                "Equity of " + equity.toPlainString() + " pays the initial margin of " + margin.toPlainString()
                        + " for " + size.contracts() + " and no more.";
            case LIMIT -> "The limit is " + order.maxContracts() + " contracts.";
        };
    }
}
