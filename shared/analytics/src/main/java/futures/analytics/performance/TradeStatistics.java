package futures.analytics.performance;

import futures.model.RoundTrip;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The figures of {@link Metric} that follow from round trips alone. */
public final class TradeStatistics {
    /** Money is summed in whole millionths, so that cents add up. */
    private static final double MILLIONTHS = 1e6;

    private static final String NO_TRADES = "there are no round trips";
    private static final String NO_WINS = "no round trip won";
    private static final String NO_LOSSES = "no round trip lost";

    private final List<RoundTrip> trips;
    private final double[] net;
    private final Map<Metric, Measure> figures = new EnumMap<>(Metric.class);

    private TradeStatistics(List<RoundTrip> trips) {
        this.trips = trips;
        this.net = trips.stream().mapToDouble(RoundTrip::net).toArray();
    }

    /** @param trips in the order of exits */
    public static Map<Metric, Measure> of(List<RoundTrip> trips) {
        TradeStatistics statistics = new TradeStatistics(trips);
        statistics.count();
        statistics.weigh();
        statistics.spread();
        statistics.excursions();
        return statistics.figures;
    }

    private void count() {
        int wins = 0;
        int losses = 0;
        int winning = 0;
        int losing = 0;
        int longestWinning = 0;
        int longestLosing = 0;
        for (double value : net) {
            wins += value > 0 ? 1 : 0;
            losses += value < 0 ? 1 : 0;
            winning = value > 0 ? winning + 1 : 0;
            losing = value < 0 ? losing + 1 : 0;
            longestWinning = Math.max(longestWinning, winning);
            longestLosing = Math.max(longestLosing, losing);
        }
        put(Metric.TRADES, net.length);
        put(Metric.WINS, wins);
        put(Metric.LOSSES, losses);
        put(Metric.BREAKEVEN, net.length - wins - losses);
        put(Metric.MAX_CONSECUTIVE_WINS, longestWinning);
        put(Metric.MAX_CONSECUTIVE_LOSSES, longestLosing);
        put(Metric.AMBIGUOUS_TRADES, (double)
                trips.stream().filter(RoundTrip::ambiguous).count());
        figures.put(Metric.WIN_RATE, Measure.ratio(wins, net.length, NO_TRADES));
    }

    private void weigh() {
        double won = sum(Arrays.stream(net).filter(value -> value > 0).toArray());
        double lost = sum(Arrays.stream(net).filter(value -> value < 0).toArray());
        double wins = figures.get(Metric.WINS).value();
        double losses = figures.get(Metric.LOSSES).value();
        put(Metric.NET_PROFIT, sum(net));
        put(Metric.GROSS_PROFIT, won);
        put(Metric.GROSS_LOSS, lost);
        figures.put(Metric.PROFIT_FACTOR, Measure.ratio(won, -lost, net.length == 0 ? NO_TRADES : NO_LOSSES));
        figures.put(Metric.AVERAGE_WIN, Measure.ratio(won, wins, NO_WINS));
        figures.put(Metric.AVERAGE_LOSS, Measure.ratio(lost, losses, NO_LOSSES));
        if (wins == 0 || losses == 0) {
            Measure undefined = Measure.undefined(net.length == 0 ? NO_TRADES : wins == 0 ? NO_WINS : NO_LOSSES);
            figures.put(Metric.PAYOFF_RATIO, undefined);
            figures.put(Metric.KELLY, undefined);
        } else {
            double payoff = won / wins / (-lost / losses);
            double rate = wins / net.length;
            put(Metric.PAYOFF_RATIO, payoff);
            put(Metric.KELLY, rate - (1 - rate) / payoff);
        }
        figures.put(
                Metric.LARGEST_WIN,
                wins == 0
                        ? Measure.undefined(NO_WINS)
                        : Measure.of(Arrays.stream(net).max().getAsDouble()));
        figures.put(
                Metric.LARGEST_LOSS,
                losses == 0
                        ? Measure.undefined(NO_LOSSES)
                        : Measure.of(Arrays.stream(net).min().getAsDouble()));
    }

    private void spread() {
        ReturnStatistics spread = ReturnStatistics.of(net, net.length);
        figures.put(Metric.EXPECTANCY, Measure.ratio(sum(net), net.length, NO_TRADES));
        figures.put(Metric.TRADE_DEVIATION, spread.deviation());
        figures.put(Metric.SQN, spread.sharpe(0));
        double[] sorted = net.clone();
        Arrays.sort(sorted);
        int half = net.length / 2;
        figures.put(
                Metric.MEDIAN_TRADE,
                net.length == 0
                        ? Measure.undefined(NO_TRADES)
                        : Measure.of(net.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2));
        double[] multiples = trips.stream()
                .filter(trip -> trip.riskMultiple() != null)
                .mapToDouble(RoundTrip::riskMultiple)
                .toArray();
        figures.put(
                Metric.EXPECTANCY_R,
                Measure.ratio(Arrays.stream(multiples).sum(), multiples.length, "no round trip had a stop"));
    }

    private void excursions() {
        figures.put(Metric.AVERAGE_BARS, mean(RoundTrip::barsHeld));
        figures.put(Metric.AVERAGE_MAE, mean(RoundTrip::mae));
        figures.put(Metric.AVERAGE_MFE, mean(RoundTrip::mfe));
        double against = (double) -trips.stream().mapToLong(RoundTrip::maeTicks).sum();
        double with = (double) trips.stream().mapToLong(RoundTrip::mfeTicks).sum();
        figures.put(
                Metric.EDGE_RATIO,
                Measure.ratio(with, against, trips.isEmpty() ? NO_TRADES : "price never went against a round trip"));
    }

    private Measure mean(ToDoubleFunction<RoundTrip> figure) {
        return Measure.ratio(sum(trips.stream().mapToDouble(figure).toArray()), net.length, NO_TRADES);
    }

    private static double sum(double[] money) {
        long sum = 0;
        for (double value : money) {
            sum += Math.round(value * MILLIONTHS);
        }
        return sum / MILLIONTHS;
    }

    private void put(Metric metric, double value) {
        figures.put(metric, Measure.of(value));
    }
}
