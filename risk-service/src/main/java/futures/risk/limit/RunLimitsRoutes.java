package futures.risk.limit;

import futures.analytics.limit.Limit;
import futures.analytics.limit.LimitKind;
import futures.analytics.limit.LimitUnit;
import futures.kit.http.Param;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.backtest.RiskLimits;
import futures.wire.risk.RunLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says which limits a backtest would have if it were traded in a portfolio. */
public final class RunLimitsRoutes {
    private final LimitStore store;

    public RunLimitsRoutes(LimitStore store) {
        this.store = store;
    }

    public void declare(Routes routes) {
        routes.get("/api/risk/limits/run")
                .summary("The limits that a backtest would have in a portfolio")
                .query("portfolio_id", Param.integer(1, Long.MAX_VALUE), "limits of all portfolios unless given")
                .query("strategy_name", Param.text(), "the run's one strategy")
                .query("symbol", Param.text(), "the run's one symbol")
                .answers(RunLimits.class)
                .handle(this::limits);
    }

    private Object limits(Request request) {
        LimitStore.InForce set = store.inForce();
        Covered covered = new Covered(
                request.has("portfolio_id") ? Long.toString(request.number("portfolio_id")) : null,
                request.text("strategy_name"),
                request.text("symbol"));
        Map<String, BigDecimal> tightest = new HashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (ScopedLimit limit : set.limits()) {
            if (!covered.by(limit)) {
                continue;
            }
            if (limit.limit().kind() == LimitKind.CORRELATION) {
                leftOut.add(limit.name() + ": a run has no past to take a correlation from");
            } else {
                tightest.merge(
                        key(limit.limit().kind(), limit.limit().unit()),
                        limit.limit().value(),
                        BigDecimal::min);
            }
        }
        BigDecimal contracts = tightest.get(key(LimitKind.POSITION, LimitUnit.CONTRACTS));
        RiskLimits limits = new RiskLimits(
                contracts == null
                        ? null
                        : contracts.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact(),
                tightest.get(key(LimitKind.DAILY_LOSS, LimitUnit.MONEY)),
                tightest.get(key(LimitKind.DAILY_LOSS, LimitUnit.PERCENT)),
                tightest.get(key(LimitKind.WEEKLY_LOSS, LimitUnit.MONEY)),
                tightest.get(key(LimitKind.WEEKLY_LOSS, LimitUnit.PERCENT)),
                tightest.get(key(LimitKind.DRAWDOWN, LimitUnit.MONEY)),
                tightest.get(key(LimitKind.DRAWDOWN, LimitUnit.PERCENT)),
                tightest.get(key(LimitKind.CONCENTRATION, LimitUnit.PERCENT)),
                tightest.get(key(LimitKind.MARGIN_USE, LimitUnit.PERCENT)));
        return new RunLimits(set.revision(), limits, leftOut);
    }

    private static String key(LimitKind kind, LimitUnit unit) {
        return Limit.word(kind) + " " + Limit.word(unit);
    }
}
