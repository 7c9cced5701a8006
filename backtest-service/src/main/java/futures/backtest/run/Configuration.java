package futures.backtest.run;

import futures.backtest.order.FillChoices;
import futures.backtest.order.OrderNames;
import futures.engine.Costs;
import futures.engine.FillSettings;
import futures.engine.JointManifest;
import futures.engine.RunManifest;
import futures.wire.backtest.BacktestOrder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run was made with, in the words of its order: what was asked for and what stood in for the rest. */
final class Configuration {
    private Configuration() {}

    /** @param currency of the account */
    static Map<String, Object> of(BacktestOrder order, RunManifest manifest, String currency) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("timeframe", order.timeframe());
        all.put("hours", order.hours());
        all.put("initial_cash", manifest.initialCash());
        all.put("account_currency", currency);
        all.putAll(costs(manifest.costs()));
        fills(all, order, manifest.fills());
        all.put("seed", manifest.seed());
        if (order.riskLimits() != null) {
            all.put("risk_limits", order.riskLimits());
            all.put("limits_of", order.limitsOf());
        }
        if (order.models() != null) {
            all.put("models", order.models());
            all.put("force_in_sample", order.forceInSample());
        }
        if (order.bot() != null) {
            all.put("bot", order.bot());
            all.put("bot_hash", order.botHash());
        }
        all.put("parameters", manifest.parameters());
        return all;
    }

    static Map<String, Object> of(BacktestOrder order, JointManifest manifest) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("timeframe", order.timeframe());
        all.put("hours", order.hours());
        all.put("initial_cash", manifest.initialCash());
        all.put("account_currency", manifest.currency());
        fills(all, order, manifest.fills());
        all.put("seed", manifest.seed());
        if (order.riskLimits() != null) {
            all.put("risk_limits", order.riskLimits());
            all.put("limits_of", order.limitsOf());
        }
        Map<String, Object> markets = new LinkedHashMap<>();
        manifest.markets().forEach(market -> markets.put(market.symbol(), costs(market.costs())));
        all.put("markets", markets);
        all.put("strategies", OrderNames.joint(order) ? order.strategies() : null);
        return all;
    }

    private static Map<String, Object> costs(Costs costs) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("commission", costs.commission());
        fields.put("fees", costs.fees());
        boolean same = costs.marketSlippageTicks() == costs.stopSlippageTicks();
        fields.put("slippage_ticks", same ? costs.marketSlippageTicks() : null);
        fields.put("market_slippage_ticks", costs.marketSlippageTicks());
        fields.put("stop_slippage_ticks", costs.stopSlippageTicks());
        return fields;
    }

    private static void fills(Map<String, Object> fields, BacktestOrder order, FillSettings fills) {
        fields.put("fill_mode", FillChoices.mode(fills));
        if (order.finerTimeframe() != null) {
            fields.put("finer_timeframe", order.finerTimeframe());
        }
        fields.put("fill_timing", FillChoices.timing(fills));
        fields.put("limit_fill", FillChoices.limitFill(fills));
        fields.put("off_grid_prices", FillChoices.offGridPrices(fills));
        fields.put("cap_slippage", fills.capSlippage());
        fields.put("check_margin", fills.checkMargin());
        fields.put(
                "max_bar_participation",
                BigDecimal.valueOf(fills.maxBarParticipation()).stripTrailingZeros());
    }
}
