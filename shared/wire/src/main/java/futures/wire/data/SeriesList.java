package futures.wire.data;

import java.util.List;

/**
 * Stored series, by symbol, finest timeframe first.
 *
 * @param continuous what can be made of the dated contracts among them
 */
public record SeriesList(List<SeriesMessage> series, List<Continuous> continuous) {
    /**
     * @param contracts stored dated contracts, by month
     * @param symbols   names to ask for, e.g. {@code ES.v.0}; with {@code @diff} or {@code @ratio} behind them they are adjusted, and
     *     {@code .1} is the contract behind the front one. {@code n} only where a contract has open interest; none where the rule
     *     for last trading days is not known
     */
    public record Continuous(String root, List<String> contracts, List<String> symbols) {}
}
