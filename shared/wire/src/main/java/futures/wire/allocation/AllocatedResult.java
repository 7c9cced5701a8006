package futures.wire.allocation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One of the results that capital is shared out over: a backtest, a portfolio or a series, exactly one of the three.
 *
 * @param name        as it is shown; null: the id
 * @param backtest    id of a finished backtest
 * @param strategy    of a joint backtest: only this one; null for its account
 * @param portfolio   number of a portfolio: what it closed and paid, by the trading day that begins at 17:00 in Chicago
 * @param series      daily profits, any order, each day once
 * @param initialCash what the profits were made with; needed with {@code series}, else that of the backtest or portfolio
 * @param margin      initial margin that the result binds at its peak; null: as the backtest service has it, when there is a budget
 * @param contracts   that the result trades: whole numbers of them are allotted. 1 stands for the result as it is
 * @param minWeight   0 to 1
 * @param maxWeight   0 to 1
 * @param budget      of {@code risk_parity}: share of the risk in any scale, above 0; standard 1
 */
public record AllocatedResult(
        String name,
        String backtest,
        String strategy,
        Long portfolio,
        List<Day> series,
        BigDecimal initialCash,
        BigDecimal margin,
        Integer contracts,
        Double minWeight,
        Double maxWeight,
        Double budget) {

    /** What was gained or lost on a trading day. */
    public record Day(LocalDate day, BigDecimal profit) {}
}
