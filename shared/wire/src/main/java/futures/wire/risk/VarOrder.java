package futures.wire.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * Body of {@code POST /api/risk/var}; the first fields are those of {@link GivenSeries}.
 *
 * @param methods  by name; null: all
 * @param levels   shares of the worst periods, 0.05 is 5 %; null: 0.05 and 0.01
 * @param horizons periods ahead; null: 1 and 10
 * @param value    money that is at risk; null: what the account was worth last
 * @param paths    of methods that draw; null: 10,000
 * @param seed     the same one draws the same; null: 1
 */
public record VarOrder(
        List<Double> returns,
        String returnsAre,
        List<Double> equity,
        List<GivenTrade> trades,
        List<LocalDate> dates,
        Double initialCapital,
        Double periodsPerYear,
        List<String> methods,
        List<Double> levels,
        List<Integer> horizons,
        Double value,
        Integer paths,
        Long seed)
        implements GivenSeries {}
