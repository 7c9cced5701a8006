package futures.backtest.lookahead;

import futures.engine.Market;
import futures.model.BarSeries;
import futures.model.TickGrid;
import java.util.SplittableRandom;

/** A market that is as it was up to a bar, and after it ends or goes another way. */
final class HiddenFuture {
    private static final double[] TURNS = {-1, -0.5, 0.5, 2};
    private static final double ALWAYS_ABOVE_ZERO = 0.5;

    private HiddenFuture() {}

    /** Only the first bars; at least one. */
    static Market cut(Market market, int bars) {
        BarSeries all = market.bars();
        BarSeries finer = market.finer();
        return like(
                market,
                all.between(Long.MIN_VALUE, all.openTime(bars)),
                finer == null ? null : finer.between(Long.MIN_VALUE, all.closeTime(bars - 1)));
    }

    /**
     * The first bars, and then as many as there were, whose distances from the last known close are turned around, halved or doubled, and
     * whose volumes are others. They stay bars: low ≤ open, close ≤ high, above zero, whole ticks away.
     */
    static Market changed(Market market, int bars, SplittableRandom random) {
        BarSeries all = market.bars();
        double from = all.close(bars - 1);
        double turn = TURNS[random.nextInt(TURNS.length)];
        for (int i = bars; i < all.size(); i++) {
            if (from + turn * (all.high(i) - from) <= 0 || from + turn * (all.low(i) - from) <= 0) {
                turn = ALWAYS_ABOVE_ZERO;
                break;
            }
        }
        Bend bend = new Bend(market.contract().ticks(), from, turn, random.nextBoolean() ? 4 : 0.25);
        BarSeries finer = market.finer();
        return like(
                market,
                bend.from(all, bars),
                finer == null ? null : bend.from(finer, finer.firstAtOrAfter(all.closeTime(bars - 1))));
    }

    private static Market like(Market market, BarSeries bars, BarSeries finer) {
        Market made =
                Market.of(bars, market.contract()).withMargins(market.margins()).withModels(market.models());
        if (!market.rolls().rolls().isEmpty()) {
            made = made.withRolls(market.rolls(), market.adjustment());
        }
        return finer == null ? made : made.withFiner(finer);
    }

    /** What becomes of the prices after a bar. */
    private record Bend(TickGrid ticks, double from, double turn, double volume) {
        double price(double price) {
            double tick = ticks.tickSize().doubleValue();
            long away = Math.round(turn * (price - from) / tick);
            return ticks.isOnGrid(from) ? ticks.price(ticks.nearest(from) + away) : from + away * tick;
        }

        BarSeries from(BarSeries bars, int first) {
            int size = bars.size();
            double[] opens = new double[size];
            double[] highs = new double[size];
            double[] lows = new double[size];
            double[] closes = new double[size];
            double[] volumes = new double[size];
            for (int i = 0; i < size; i++) {
                boolean known = i < first;
                double one = known ? bars.high(i) : price(bars.high(i));
                double other = known ? bars.low(i) : price(bars.low(i));
                opens[i] = known ? bars.open(i) : price(bars.open(i));
                highs[i] = Math.max(one, other);
                lows[i] = Math.min(one, other);
                closes[i] = known ? bars.close(i) : price(bars.close(i));
                volumes[i] = known ? bars.volume(i) : Math.ceil(bars.volume(i) * volume);
            }
            return bars.withPrices(opens, highs, lows, closes, volumes);
        }
    }
}
