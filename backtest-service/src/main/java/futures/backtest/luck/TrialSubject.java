package futures.backtest.luck;

import futures.backtest.order.OrderNames;
import futures.model.ContinuousSymbol;
import futures.model.FuturesContract;
import futures.wire.backtest.BacktestOrder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What tries have in common: the strategy with its code, and the data.
 *
 * @param strategyName  of a joint run the names of all
 * @param code          content hashes by strategy
 * @param file          whether the code is one strategy in files of its own, which a copy under another name is too; one that is
 *                      shipped, a jar and a joint run are not
 * @param symbol        product; of a joint run all of them
 * @param timeframe     form of the bars, e.g. {@code 1m}
 * @param range         series, hours and days, the seed, and models that were read
 */
public record TrialSubject(
        String strategyName, Map<String, String> code, boolean file, String symbol, String timeframe, String range) {

    /**
     * @param order complete
     * @param code  content hashes of the strategies that run, by name
     * @param file  whether the strategy is a file or folder of its own
     */
    public static TrialSubject of(BacktestOrder order, Map<String, String> code, boolean file) {
        List<String> symbols = OrderNames.eachSymbol(order);
        Map<String, Object> range = new TreeMap<>();
        range.put("symbols", symbols);
        range.put("contract", order.contract());
        range.put("start_date", order.startDate());
        range.put("end_date", order.endDate());
        range.put("hours", order.hours());
        range.put("seed", order.seed());
        if (order.models() != null) {
            range.put("models", order.models());
        }
        return new TrialSubject(
                OrderNames.strategies(order),
                code,
                file && !OrderNames.joint(order),
                symbols.stream().map(TrialSubject::product).distinct().collect(Collectors.joining(", ")),
                order.timeframe(),
                TrialKeys.text(range));
    }

    /** The product whose contracts a symbol names; the symbol itself when it is a plain series. */
    public static String product(String symbol) {
        return ContinuousSymbol.parse(symbol)
                .map(ContinuousSymbol::root)
                .or(() -> FuturesContract.parse(symbol).map(FuturesContract::root))
                .orElse(symbol);
    }
}
