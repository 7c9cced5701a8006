package futures.risk.pretrade;

import futures.analytics.limit.Exposure;
import futures.analytics.limit.LimitRules;
import futures.analytics.limit.Reading;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.model.Product;
import futures.risk.limit.Covered;
import futures.risk.limit.LimitStore;
import futures.risk.limit.Scope;
import futures.risk.limit.ScopedLimit;
import futures.risk.subject.Contract;
import futures.risk.subject.Contracts;
import futures.risk.subject.Held;
import futures.risk.subject.Holdings;
import futures.risk.subject.Position;
import futures.wire.risk.CheckAnswer;
import futures.wire.risk.CheckOrder;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers whether an order would pass a limit, with each reason and its numbers. */
public final class PreTradeCheck {
    private final LimitStore limits;
    private final ServiceClient data;
    private final PortfolioView portfolios;
    private final Clock clock;

    /** @param data knows contracts */
    public PreTradeCheck(LimitStore limits, ServiceClient data, PortfolioView portfolios, Clock clock) {
        this.limits = limits;
        this.data = data;
        this.portfolios = portfolios;
        this.clock = clock;
    }

    /** @throws Problem 404 when there is no such portfolio, 422 when the order cannot be checked, 503 without a neighbour */
    CheckAnswer check(CheckOrder order) {
        PlannedOrder.check(order);
        Map<String, BigDecimal> margins = new HashMap<>();
        Contracts contracts = new Contracts(data);
        boolean complete = order.pointValue() != null && order.marginPerContract() != null && order.account() != null;
        Contract contract = complete ? null : contracts.of(order.symbol());
        BigDecimal pointValue = order.pointValue() == null ? contract.pointValue() : order.pointValue();
        if (pointValue == null) {
            throw Problem.unprocessable("The data service has no contract of " + order.symbol()
                            + "; say by 'point_value' what a move of 1.0 makes in one contract.")
                    .field("point_value", null, "missing");
        }
        margins.put(
                order.symbol(),
                order.marginPerContract() == null ? contract.initialMargin() : order.marginPerContract());
        AccountView account = account(order, contract, margins);
        long held = account.positions().stream()
                .filter(one -> one.symbol().equals(order.symbol()))
                .mapToLong(one -> one.contracts().longValueExact())
                .sum();
        PlannedOrder planned = new PlannedOrder(order, pointValue, held);
        LimitStore.InForce set = limits.inForce();
        List<CheckAnswer.Reason> reasons = new ArrayList<>();
        List<CheckAnswer.Checked> checked = new ArrayList<>();
        if (planned.opens() > 0) {
            String portfolio = order.portfolioId() == null ? null : Long.toString(order.portfolioId());
            Covered covered = new Covered(portfolio, order.strategyName(), order.symbol());
            for (ScopedLimit limit : set.limits()) {
                if (covered.by(limit)) {
                    Exposure after = after(limit, account, planned, margins, contracts);
                    Reading reading = LimitRules.read(limit.limit(), after);
                    checked.add(new CheckAnswer.Checked(
                            limit.row(), reading.value(), reading.distance(), reading.undefined()));
                    LimitRules.refusals(List.of(limit.limit()), after)
                            .forEach(refusal -> reasons.add(
                                    new CheckAnswer.Reason(limit.row(), refusal.value(), refusal.reason())));
                }
            }
        }
        return new CheckAnswer(
                reasons.isEmpty(), planned.closes(), planned.opens(), planned.risk(), set.revision(), reasons, checked);
    }

    private AccountView account(CheckOrder order, Contract contract, Map<String, BigDecimal> margins) {
        if (order.account() == null) {
            LocalDate today = contract.calendar()
                    .tradingDay(
                            order.time() == null ? clock.millis() : order.time().toEpochMilli());
            return portfolios.of(Long.toString(order.portfolioId()), today);
        }
        CheckOrder.Account given = order.account();
        List<Position> positions = new ArrayList<>();
        if (given.positions() != null) {
            for (CheckOrder.Held one : given.positions()) {
                if (one == null || one.symbol() == null || one.contracts() == null) {
                    throw Problem.unprocessable("Each of the account's positions needs 'symbol' and 'contracts'.")
                            .field("account.positions", one, "must have symbol and contracts");
                }
                positions.add(new Position(
                        one.symbol(),
                        BigDecimal.valueOf(one.contracts()),
                        one.price(),
                        one.pointValue(),
                        BigDecimal.ZERO,
                        List.of()));
                if (one.marginPerContract() != null) {
                    margins.putIfAbsent(one.symbol(), one.marginPerContract());
                }
            }
        }
        return new AccountView.Given(
                Exposure.ofResults(given.equity(), given.dayStartEquity(), given.weekStartEquity(), given.peakEquity()),
                positions);
    }

    private static Exposure after(
            ScopedLimit limit,
            AccountView account,
            PlannedOrder planned,
            Map<String, BigDecimal> margins,
            Contracts contracts) {
        List<Position> positions = limit.scope() == Scope.STRATEGY
                ? account.heldBy(limit.id(), planned)
                : planned.after(account.positions());
        positions = positions.stream()
                .filter(one -> limit.scope() != Scope.SYMBOL
                        || limit.id().equals(one.symbol())
                        || limit.id().equals(Product.of(one.symbol())))
                .toList();
        boolean held = !limit.limit().kind().loss();
        Held all = held ? Holdings.of(positions, margins, contracts, account.equity()) : Held.UNKNOWN;
        Exposure results = account.results(limit);
        return new Exposure(
                held ? account.equity() : results.equity(),
                results.dayStart(),
                results.weekStart(),
                results.peak(),
                planned.risk(),
                all.contracts(),
                all.notional(),
                all.margin(),
                account.correlation(limit));
    }
}
