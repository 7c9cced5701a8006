package futures.wire.risk;

import java.time.LocalDate;
import java.util.List;

/**
 * Body of {@code POST /api/risk/var/backtest}; the first fields are those of {@link GivenSeries}.
 *
 * @param methods by name; null: all
 * @param levels  null: 0.05 and 0.01
 * @param window  returns before each forecast; null: 250
 * @param refit   periods from one search for GARCH or Student to the next; null: 25
 * @param seed    null: 1
 */
public record VarBacktestOrder(
        List<Double> returns,
        String returnsAre,
        List<Double> equity,
        List<GivenTrade> trades,
        List<LocalDate> dates,
        Double initialCapital,
        Double periodsPerYear,
        List<String> methods,
        List<Double> levels,
        Integer window,
        Integer refit,
        Long seed)
        implements GivenSeries {}
