package futures.wire.risk;

import java.math.BigDecimal;
import java.util.List;

/**
 * Body of {@code POST /api/risk/position-size}. Money is in the contract's currency.
 *
 * @param symbol           product, dated contract or continuous series of the data service
 * @param method           {@code fixed_risk}, {@code fixed_fraction}, {@code volatility_target}, {@code kelly}, {@code optimal_f} or {@code fixed}
 * @param equity           of the account
 * @param riskFraction     fixed_risk: of equity, lost when the stop is hit; 0.01 is 1 %
 * @param riskMoney        fixed_risk: in place of the fraction
 * @param stopTicks        distance of the stop; or the two prices below
 * @param entryPrice       where the position is entered
 * @param stopPrice        where it is left at a loss
 * @param costs            for the round trip of one contract; null: 0
 * @param fraction         fixed_fraction: of equity that the contracts are worth; above 1 is leverage
 * @param price            fixed_fraction: of the contract
 * @param volatility       volatility_target: of a day, in points (an average true range or a deviation)
 * @param targetVolatility volatility_target: of equity a year; 0.15 is 15 %
 * @param targetMoney      volatility_target: of a day, in place of the yearly one
 * @param winRate          kelly: with {@code payoff}, for bets with two outcomes
 * @param payoff           kelly: average win / |average loss|
 * @param multiples        kelly: results / initial risk of past round trips, in place of these
 * @param results          optimal_f: money per contract of past round trips; kelly: in units of {@code riskPerTrade}
 * @param riskPerTrade     kelly with results: money per contract that each risked
 * @param share            kelly, optimal_f: of the fraction that is taken; null: 0.5
 * @param mostFraction     kelly, optimal_f: of equity that is never exceeded; null: 0.05
 * @param contracts        fixed: how many
 * @param maxContracts     limit; null for none
 * @param marginPerContract in place of the contract's; 0 to leave margin out
 */
public record SizeOrder(
        String symbol,
        String method,
        BigDecimal equity,
        BigDecimal riskFraction,
        BigDecimal riskMoney,
        Integer stopTicks,
        BigDecimal entryPrice,
        BigDecimal stopPrice,
        BigDecimal costs,
        BigDecimal fraction,
        BigDecimal price,
        BigDecimal volatility,
        Double targetVolatility,
        BigDecimal targetMoney,
        Double winRate,
        Double payoff,
        List<Double> multiples,
        List<Double> results,
        BigDecimal riskPerTrade,
        Double share,
        Double mostFraction,
        Integer contracts,
        Integer maxContracts,
        BigDecimal marginPerContract) {}
