package futures.wire.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Body of {@code POST /api/risk/stress}: scenarios, days or both.
 *
 * @param positions null: those of the portfolio that the request names
 * @param scenarios shocks
 * @param days      trading days whose moves hit the positions once more
 * @param lookback  daily bars behind a volatility; null: 60
 */
public record StressOrder(List<Held> positions, List<Scenario> scenarios, List<Day> days, Integer lookback) {
    /**
     * An open position.
     *
     * @param quantity contracts, negative for short
     * @param price    of now; null: the last close that is stored
     * @param history  series that days and volatility are read from; null: the symbol
     */
    public record Held(String symbol, Integer quantity, BigDecimal price, String history) {}

    /**
     * A move of all positions, but for symbols that have their own.
     *
     * @param shock    null when only {@code bySymbol} is given: other positions do not move
     * @param bySymbol by symbol or product
     */
    public record Scenario(String name, Shock shock, Map<String, Shock> bySymbol) {}

    /** One of them: ticks, percent of the price (-5 is 5 % down), or multiples of a day's deviation. */
    public record Shock(BigDecimal ticks, BigDecimal percent, BigDecimal deviations) {}

    /** A trading day that is stored, such as 2020-03-16. */
    public record Day(String name, LocalDate date) {}
}
