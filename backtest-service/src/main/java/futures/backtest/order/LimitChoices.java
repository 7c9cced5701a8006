package futures.backtest.order;

import futures.analytics.limit.Limit;
import futures.analytics.limit.LimitKind;
import futures.analytics.limit.LimitUnit;
import futures.wire.backtest.RiskLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The limits of an order, as the engine takes them. */
final class LimitChoices {
    private final List<Limit> limits = new ArrayList<>();
    private final RiskLimits given;

    private LimitChoices(RiskLimits given) {
        this.given = given;
    }

    /**
     * @param all null for none
     * @throws futures.kit.http.Problem 422 with the field when a limit cannot be meant
     */
    static LimitChoices of(RiskLimits all, boolean checkMargin) {
        if (all == null) {
            return new LimitChoices(null);
        }
        if (all.marginUsePct() != null && !checkMargin) {
            throw Fields.outside(
                    "risk_limits.margin_use_pct", all.marginUsePct(), "left out where check_margin is false");
        }
        LimitChoices of = new LimitChoices(all);
        Integer contracts = all.maxContracts();
        of.add(
                "max_contracts",
                LimitKind.POSITION,
                LimitUnit.CONTRACTS,
                contracts == null ? null : BigDecimal.valueOf(contracts));
        of.add("daily_loss", LimitKind.DAILY_LOSS, LimitUnit.MONEY, all.dailyLoss());
        of.add("daily_loss_pct", LimitKind.DAILY_LOSS, LimitUnit.PERCENT, all.dailyLossPct());
        of.add("weekly_loss", LimitKind.WEEKLY_LOSS, LimitUnit.MONEY, all.weeklyLoss());
        of.add("weekly_loss_pct", LimitKind.WEEKLY_LOSS, LimitUnit.PERCENT, all.weeklyLossPct());
        of.add("drawdown", LimitKind.DRAWDOWN, LimitUnit.MONEY, all.drawdown());
        of.add("drawdown_pct", LimitKind.DRAWDOWN, LimitUnit.PERCENT, all.drawdownPct());
        of.add("concentration_pct", LimitKind.CONCENTRATION, LimitUnit.PERCENT, all.concentrationPct());
        of.add("margin_use_pct", LimitKind.MARGIN_USE, LimitUnit.PERCENT, all.marginUsePct());
        return of;
    }

    /** Null for none. */
    RiskLimits asGiven() {
        return given;
    }

    List<Limit> limits() {
        return List.copyOf(limits);
    }

    private void add(String field, LimitKind kind, LimitUnit unit, BigDecimal value) {
        if (value == null) {
            return;
        }
        try {
            limits.add(new Limit(kind, unit, value));
        } catch (IllegalArgumentException e) {
            throw Fields.outside(
                    "risk_limits." + field,
                    value.toPlainString(),
                    kind == LimitKind.POSITION
                            ? "a whole number of contracts, 0 or more"
                            : (kind.loss() ? "above 0" : "0 or more") + ", with at most 6 decimal places");
        }
    }
}
