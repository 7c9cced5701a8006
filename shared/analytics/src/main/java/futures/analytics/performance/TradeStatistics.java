package futures.analytics.performance;

import futures.analytics.allocation.Kelly;
import futures.model.RoundTrip;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.TDistribution;

/** The figures of {@link Metric} that follow from round trips alone. */
public final class TradeStatistics {
    private static final String NO_TRADES = "there are no round trips";
    private static final String NO_WINS = "no round trip won";
    private static final String NO_LOSSES = "no round trip lost";

    private static final String NO_STOPS = "no round trip had a stop";

    private TradeStatistics() {}

    /** All of them: those of the columns, and {@link #searched} and {@link #excursions} beside. */
    public static Map<Metric, Measure> of(List<RoundTrip> trips) {
        TradeColumns columns = TradeColumns.of(trips);
        Map<Metric, Measure> figures = of(columns);
        figures.putAll(searched(columns));
        figures.putAll(excursions(trips));
        return figures;
    }

    /** What two passes over the columns give, in a map that can be added to. */
    public static Map<Metric, Measure> of(TradeColumns trips) {
        TradeSums sums = new TradeSums(trips);
        Map<Metric, Measure> figures = new EnumMap<>(Metric.class);
        count(figures, sums);
        weigh(figures, sums);
        spread(figures, trips, sums);
        return figures;
    }

    private static void count(Map<Metric, Measure> figures, TradeSums sums) {
        figures.put(Metric.TRADES, Measure.of(sums.trades));
        figures.put(Metric.WINS, Measure.of(sums.wins));
        figures.put(Metric.LOSSES, Measure.of(sums.losses));
        figures.put(Metric.BREAKEVEN, Measure.of(sums.trades - sums.wins - sums.losses));
        figures.put(Metric.MAX_CONSECUTIVE_WINS, Measure.of(sums.longestWinning));
        figures.put(Metric.MAX_CONSECUTIVE_LOSSES, Measure.of(sums.longestLosing));
        figures.put(Metric.AMBIGUOUS_TRADES, Measure.of(sums.ambiguous));
        figures.put(Metric.WIN_RATE, Measure.ratio(sums.wins, sums.trades, NO_TRADES));
        figures.put(Metric.RUNS_Z, runs(sums));
        figures.put(Metric.AVERAGE_BARS_WON, Measure.ratio((double) sums.barsWon, sums.wins, NO_WINS));
        figures.put(Metric.AVERAGE_BARS_LOST, Measure.ratio((double) sums.barsLost, sums.losses, NO_LOSSES));
        figures.put(Metric.AVERAGE_BARS, Measure.ratio((double) sums.bars, sums.trades, NO_TRADES));
    }

    /** Wald and Wolfowitz: whether wins and losses come in fewer runs (negative) or more than by chance. */
    private static Measure runs(TradeSums sums) {
        if (sums.wins == 0 || sums.losses == 0) {
            return Measure.undefined(sums.trades == 0 ? NO_TRADES : sums.wins == 0 ? NO_WINS : NO_LOSSES);
        }
        double decided = (double) sums.wins + sums.losses;
        double expected = 2.0 * sums.wins * sums.losses / decided + 1;
        double variance = (expected - 1) * (expected - 2) / (decided - 1);
        return Measure.ratio(sums.runs - expected, Math.sqrt(variance), "one win and one loss have no runs to count");
    }

    private static void weigh(Map<Metric, Measure> figures, TradeSums sums) {
        double won = money(sums.won);
        double lost = money(sums.lost);
        boolean none = sums.trades == 0;
        figures.put(Metric.NET_PROFIT, Measure.of(money(sums.net)));
        figures.put(Metric.GROSS_PROFIT, Measure.of(won));
        figures.put(Metric.GROSS_LOSS, Measure.of(lost));
        figures.put(Metric.PROFIT_FACTOR, Measure.ratio(won, -lost, none ? NO_TRADES : NO_LOSSES));
        figures.put(
                Metric.PROFIT_FACTOR_GROSS,
                Measure.ratio(
                        money(sums.grossWon),
                        -money(sums.grossLost),
                        none ? NO_TRADES : "no round trip lost before costs"));
        figures.put(Metric.AVERAGE_WIN, Measure.ratio(won, sums.wins, NO_WINS));
        figures.put(Metric.AVERAGE_LOSS, Measure.ratio(lost, sums.losses, NO_LOSSES));
        figures.put(
                Metric.LARGEST_WIN, sums.wins == 0 ? Measure.undefined(NO_WINS) : Measure.of(money(sums.largestWin)));
        figures.put(
                Metric.LARGEST_LOSS,
                sums.losses == 0 ? Measure.undefined(NO_LOSSES) : Measure.of(money(sums.largestLoss)));
        if (sums.wins == 0 || sums.losses == 0) {
            Measure undefined = Measure.undefined(none ? NO_TRADES : sums.wins == 0 ? NO_WINS : NO_LOSSES);
            figures.put(Metric.PAYOFF_RATIO, undefined);
            figures.put(Metric.KELLY, undefined);
        } else {
            double payoff = won / sums.wins / (-lost / sums.losses);
            double rate = (double) sums.wins / sums.trades;
            figures.put(Metric.PAYOFF_RATIO, Measure.of(payoff));
            figures.put(Metric.KELLY, Measure.of(rate - (1 - rate) / payoff));
        }
    }

    private static void spread(Map<Metric, Measure> figures, TradeColumns trips, TradeSums sums) {
        figures.put(Metric.EXPECTANCY, Measure.ratio(money(sums.net), sums.trades, NO_TRADES));
        figures.put(Metric.EXPECTANCY_R, Measure.ratio(sums.multiples, sums.withStop, NO_STOPS));
        if (sums.trades < 2) {
            Measure undefined = Measure.undefined("a deviation needs two round trips, there are " + sums.trades);
            figures.put(Metric.TRADE_DEVIATION, undefined);
            figures.put(Metric.SQN, undefined);
            figures.put(Metric.SQN_100, undefined);
            figures.put(Metric.TRADE_T, undefined);
            return;
        }
        double mean = (double) sums.net / sums.trades;
        double squares = 0;
        for (int i = 0; i < sums.trades; i++) {
            double away = trips.net(i) - mean;
            squares += away * away;
        }
        double deviation = sums.same ? 0 : Math.sqrt(squares / (sums.trades - 1));
        figures.put(Metric.TRADE_DEVIATION, Measure.of(deviation / TradeColumns.MILLIONTHS));
        String same = "results do not vary";
        Measure t = Measure.ratio(Math.sqrt(sums.trades) * mean, deviation, same);
        figures.put(Metric.SQN, t);
        figures.put(Metric.TRADE_T, t);
        figures.put(Metric.SQN_100, Measure.ratio(Math.sqrt(Math.min(100, sums.trades)) * mean, deviation, same));
    }

    /**
     * Drawdown of cash plus the net of round trips as they closed. Of one side it is that of an account which took only the
     * trades of that side.
     *
     * @param initialCash in millionths, above zero
     */
    public static Map<Metric, Measure> closedDrawdown(TradeColumns trips, long initialCash) {
        long equity = initialCash;
        long peak = initialCash;
        long deepest = 0;
        double deepestFraction = 0;
        for (int i = 0; i < trips.size(); i++) {
            equity += trips.net(i);
            peak = Math.max(peak, equity);
            deepest = Math.min(deepest, equity - peak);
            deepestFraction = Math.min(deepestFraction, (double) (equity - peak) / peak);
        }
        return Map.of(
                Metric.CLOSED_DRAWDOWN,
                Measure.of(money(deepest)),
                Metric.CLOSED_DRAWDOWN_PCT,
                Measure.of(deepestFraction),
                Metric.CLOSED_RECOVERY_FACTOR,
                Measure.ratio((double) (equity - initialCash), (double) -deepest, "closed equity never fell"));
    }

    /** The median and the exact Kelly fraction, which cost a sort and a search. */
    public static Map<Metric, Measure> searched(TradeColumns trips) {
        Map<Metric, Measure> figures = new EnumMap<>(Metric.class);
        figures.put(Metric.MEDIAN_TRADE, median(trips));
        double[] multiples = new double[trips.size()];
        int count = 0;
        for (int i = 0; i < trips.size(); i++) {
            if (!Double.isNaN(trips.riskMultiple(i))) {
                multiples[count++] = trips.riskMultiple(i);
            }
        }
        OptionalDouble kelly = Kelly.ofResults(Arrays.copyOf(multiples, count));
        String why = count == 0 ? NO_STOPS : "no round trip that had a stop lost: there is no bound";
        figures.put(Metric.KELLY_EXACT, kelly.isPresent() ? Measure.of(kelly.getAsDouble()) : Measure.undefined(why));
        figures.put(
                Metric.KELLY_HALF,
                kelly.isPresent() ? Measure.of(kelly.getAsDouble() * Kelly.HALF) : Measure.undefined(why));
        return figures;
    }

    private static Measure median(TradeColumns trips) {
        int n = trips.size();
        if (n == 0) {
            return Measure.undefined(NO_TRADES);
        }
        long[] sorted = new long[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = trips.net(i);
        }
        Arrays.sort(sorted);
        double middle = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2.0;
        return Measure.of(middle / TradeColumns.MILLIONTHS);
    }

    /** Two that follow from figures that are there: the mean in average losses, and how likely as much is without an edge. */
    public static Map<Metric, Measure> derived(Map<Metric, Measure> figures) {
        Measure loss = figures.get(Metric.AVERAGE_LOSS);
        Measure t = figures.get(Metric.TRADE_T);
        return Map.of(
                Metric.EXPECTANCY_LOSSES,
                figures.get(Metric.EXPECTANCY).over(loss.times(-1), NO_LOSSES),
                Metric.TRADE_T_P,
                t.defined()
                        ? Measure.of(1
                                - new TDistribution(figures.get(Metric.TRADES).value() - 1)
                                        .cumulativeProbability(t.value()))
                        : t);
    }

    /** How far price went with and against; a round trip finds its excursions by a pass over its bars. */
    public static Map<Metric, Measure> excursions(List<RoundTrip> trips) {
        return ofExcursions(trips.stream()
                .map(trip -> new Excursion(trip.mae(), trip.mfe(), trip.ticks(), trip.maeTicks(), trip.mfeTicks()))
                .toList());
    }

    /** The same of what is known of round trips elsewhere. */
    public static Map<Metric, Measure> ofExcursions(List<Excursion> trips) {
        Map<Metric, Measure> figures = new EnumMap<>(Metric.class);
        long adverse = 0;
        long favourable = 0;
        long against = 0;
        long with = 0;
        double taken = 0;
        int winnable = 0;
        for (Excursion trip : trips) {
            adverse += Math.round(trip.mae() * TradeColumns.MILLIONTHS);
            favourable += Math.round(trip.mfe() * TradeColumns.MILLIONTHS);
            against -= trip.maeTicks();
            with += trip.mfeTicks();
            if (trip.mfeTicks() > 0) {
                taken += (double) trip.ticks() / trip.mfeTicks();
                winnable++;
            }
        }
        figures.put(Metric.AVERAGE_MAE, Measure.ratio(money(adverse), trips.size(), NO_TRADES));
        figures.put(Metric.AVERAGE_MFE, Measure.ratio(money(favourable), trips.size(), NO_TRADES));
        figures.put(
                Metric.EDGE_RATIO,
                Measure.ratio(
                        (double) with,
                        (double) against,
                        trips.isEmpty() ? NO_TRADES : "price never went against a round trip"));
        figures.put(
                Metric.EXIT_EFFICIENCY,
                Measure.ratio(taken, winnable, trips.isEmpty() ? NO_TRADES : "price never went with a round trip"));
        return figures;
    }

    private static double money(long millionths) {
        return millionths / TradeColumns.MILLIONTHS;
    }
}
