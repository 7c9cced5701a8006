package futures.backtest.order;

import futures.engine.Costs;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.model.ContractSpec;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.MarketOrder;
import java.math.BigDecimal;

/** What trading costs in a market: what the order says of that market, else of all, else the contract, else the settings. */
final class CostChoices {
    private final Settings settings;

    CostChoices(Settings settings) {
        this.settings = settings;
    }

    /** @throws futures.kit.http.Problem when an amount is out of range */
    void check(BacktestOrder order) {
        check(
                "",
                order.commission(),
                order.fees(),
                order.slippageTicks(),
                order.marketSlippageTicks(),
                order.stopSlippageTicks());
        if (order.markets() != null) {
            order.markets().forEach(CostChoices::check);
        }
    }

    private static void check(String symbol, MarketOrder own) {
        String place = "markets." + symbol;
        if (own == null) {
            throw Problem.badRequest("'" + place + "' must be an object; {} for a market with nothing of its own.")
                    .field(place, null, "missing");
        }
        check(
                place + ".",
                own.commission(),
                own.fees(),
                own.slippageTicks(),
                own.marketSlippageTicks(),
                own.stopSlippageTicks());
    }

    private static void check(
            String place, BigDecimal commission, BigDecimal fees, Integer both, Integer market, Integer stop) {
        Fields.perContract(place + "commission", commission);
        Fields.perContract(place + "fees", fees);
        Fields.ticks(place + "slippage_ticks", both);
        Fields.ticks(place + "market_slippage_ticks", market);
        Fields.ticks(place + "stop_slippage_ticks", stop);
    }

    Costs of(BacktestOrder order, String symbol, ContractSpec contract) {
        MarketOrder own = order.markets() == null ? null : order.markets().get(symbol);
        return new Costs(
                first(own == null ? null : own.commission(), order.commission(), commission(contract)),
                first(own == null ? null : own.fees(), order.fees(), fees(contract)),
                first(
                        own == null ? null : own.marketSlippageTicks(),
                        own == null ? null : own.slippageTicks(),
                        marketTicks(order)),
                first(
                        own == null ? null : own.stopSlippageTicks(),
                        own == null ? null : own.slippageTicks(),
                        stopTicks(order)));
    }

    int marketTicks(BacktestOrder order) {
        return first(order.marketSlippageTicks(), order.slippageTicks(), settings.integer("defaults.slippage_ticks"));
    }

    int stopTicks(BacktestOrder order) {
        return first(order.stopSlippageTicks(), order.slippageTicks(), settings.integer("defaults.slippage_ticks"));
    }

    private BigDecimal commission(ContractSpec contract) {
        return contract.commission() == null ? settings.decimal("defaults.commission") : contract.commission();
    }

    private static BigDecimal fees(ContractSpec contract) {
        return contract.exchangeFees() == null ? BigDecimal.ZERO : contract.exchangeFees();
    }

    private static <T> T first(T strongest, T next, T last) {
        return strongest != null ? strongest : next != null ? next : last;
    }
}
