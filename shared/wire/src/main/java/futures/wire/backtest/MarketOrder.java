package futures.wire.backtest;

import java.math.BigDecimal;

/**
 * What differs in one market of a joint run; what is null is as in the rest of the order.
 *
 * @param contract            product whose contract is traded; null: what the series says
 * @param commission          per contract and side
 * @param fees                exchange fees per contract and side
 * @param slippageTicks       of market and of stop orders
 * @param marketSlippageTicks of market orders; null: {@code slippage_ticks}
 * @param stopSlippageTicks   of stop orders; null: {@code slippage_ticks}
 */
public record MarketOrder(
        String contract,
        BigDecimal commission,
        BigDecimal fees,
        Integer slippageTicks,
        Integer marketSlippageTicks,
        Integer stopSlippageTicks) {}
