package futures.risk.pretrade;

import futures.kit.http.Problem;
import futures.risk.subject.Position;
import futures.wire.risk.CheckOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An order and what it would do to a position.
 *
 * @param pointValue money per contract for a move of 1.0
 * @param held       contracts held in its symbol before, positive long
 */
record PlannedOrder(CheckOrder order, BigDecimal pointValue, long held) {
    private static final BigDecimal MOST = new BigDecimal("1000000000");
    private static final int MOST_CONTRACTS = 1_000_000;

    /** @throws Problem 422 with each field that is wrong */
    static void check(CheckOrder order) {
        Problem problem = Problem.unprocessable("The order cannot be checked; correct the fields named here.");
        if (order.symbol() == null || !order.symbol().matches("[A-Za-z0-9.@_-]{1,50}")) {
            problem.field("symbol", order.symbol(), "must be a symbol, such as ES or ESZ24");
        }
        if (!"BUY".equals(order.side()) && !"SELL".equals(order.side())) {
            problem.field("side", order.side(), "must be BUY or SELL");
        }
        if (order.contracts() == null || order.contracts() < 1 || order.contracts() > MOST_CONTRACTS) {
            problem.field("contracts", order.contracts(), "must be from 1 to " + MOST_CONTRACTS);
        }
        if (order.price() == null) {
            problem.field("price", null, "missing");
        }
        if ((order.portfolioId() == null) == (order.account() == null)) {
            problem.field("portfolio_id", order.portfolioId(), "give it or 'account', and not both");
        }
        amount(problem, "price", order.price(), true);
        amount(problem, "stop", order.stop(), true);
        amount(problem, "commission", order.commission(), false);
        amount(problem, "point_value", order.pointValue(), false);
        amount(problem, "margin_per_contract", order.marginPerContract(), false);
        if (problem.errors().isEmpty()
                && order.stop() != null
                && sign(order) * order.price().compareTo(order.stop()) < 0) {
            problem.field("stop", order.stop(), "must be on the losing side of the price");
        }
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
    }

    private static void amount(Problem problem, String field, BigDecimal value, boolean negative) {
        if (value != null
                && (value.abs().compareTo(MOST) > 0 || value.scale() > 10 || (!negative && value.signum() < 0))) {
            problem.field(
                    field,
                    value,
                    "must be at most 1000000000 with at most 10 decimals" + (negative ? "" : ", 0 or more"));
        }
    }

    private static int sign(CheckOrder order) {
        return order.side().equals("BUY") ? 1 : -1;
    }

    long signed() {
        return (long) sign(order) * order.contracts();
    }

    int closes() {
        return Long.signum(held) == -Long.signum(signed()) ? (int) Math.min(Math.abs(held), order.contracts()) : 0;
    }

    int opens() {
        return order.contracts() - closes();
    }

    /** Costs of the order, and what it loses more, costs included, if its stop fills at its price. */
    BigDecimal risk() {
        BigDecimal commission = order.commission() == null ? BigDecimal.ZERO : order.commission();
        BigDecimal costs = commission.multiply(BigDecimal.valueOf(order.contracts()));
        if (order.stop() == null || opens() == 0) {
            return costs;
        }
        BigDecimal each =
                order.price().subtract(order.stop()).abs().multiply(pointValue).add(commission);
        return costs.add(each.multiply(BigDecimal.valueOf(opens())));
    }

    /** Positions as the order leaves them. */
    List<Position> after(List<Position> before) {
        return with(before, held + signed());
    }

    /**
     * Positions of the strategy that sends the order, as it leaves them. Lots are closed oldest first, whoever opened them: what
     * the order opens is the strategy's, beside its own contracts unless the whole position was closed before.
     */
    List<Position> afterOf(List<Position> own) {
        long before = own.stream()
                .filter(one -> one.symbol().equals(order.symbol()))
                .mapToLong(one -> one.contracts().longValueExact())
                .sum();
        return with(own, closes() > 0 ? Long.signum(signed()) * (long) opens() : before + signed());
    }

    private List<Position> with(List<Position> before, long contracts) {
        List<Position> after = new ArrayList<>();
        before.stream().filter(one -> !one.symbol().equals(order.symbol())).forEach(after::add);
        if (contracts != 0) {
            after.add(new Position(
                    order.symbol(),
                    BigDecimal.valueOf(contracts),
                    order.price(),
                    pointValue,
                    BigDecimal.ZERO,
                    List.of()));
        }
        return after;
    }
}
