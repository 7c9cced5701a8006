package futures.engine;

import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.bars.BarForm;
import futures.model.bars.BarMaker;
import futures.model.bars.BarSlots;
import futures.model.bars.Hours;
import futures.model.bars.MadeBars;

/** The bars of a market put together into longer ones by trading session, and which of these are complete when. */
final class LongerBars {
    private final Market market;
    private final int[] complete;

    private LongerBars(Market market, int[] complete) {
        this.market = market;
        this.complete = complete;
    }

    /** @throws IllegalArgumentException when the timeframe is not a whole multiple of the market's own */
    static LongerBars of(Market market, Timeframe timeframe) {
        BarSeries bars = market.bars();
        if (timeframe.seconds() % bars.timeframe().seconds() != 0 || timeframe.compareTo(bars.timeframe()) <= 0) {
            throw new IllegalArgumentException("bars of " + timeframe + " cannot be put together from bars of "
                    + bars.timeframe() + "; ask for a multiple of it");
        }
        Builder builder = new Builder(market, timeframe);
        for (int i = 0; i < bars.size(); i++) {
            builder.add(i);
        }
        return builder.build();
    }

    Market market() {
        return market;
    }

    /** How many of the longer bars are complete, their time being over, at the close of a bar of the market. */
    int completeAt(int bar) {
        return complete[bar];
    }

    private static final class Builder {
        private final Market market;
        private final BarSeries bars;
        private final Timeframe timeframe;
        private final BarMaker maker;
        private final MadeBars built = new MadeBars();
        private final BarSlots slots;
        private final int[] complete;
        private long ends = Long.MIN_VALUE;
        private int begun;

        Builder(Market market, Timeframe timeframe) {
            this.market = market;
            this.bars = market.signals();
            this.timeframe = timeframe;
            TradingCalendar calendar = market.contract().calendar();
            this.maker = BarMaker.of(BarForm.of(timeframe), calendar, null, null, built);
            this.slots = new BarSlots(calendar, null, Hours.ALL, timeframe);
            this.complete = new int[bars.size()];
        }

        void add(int i) {
            maker.add(
                    bars.openTime(i),
                    bars.closeTime(i),
                    bars.open(i),
                    bars.high(i),
                    bars.low(i),
                    bars.close(i),
                    bars.volume(i));
            slots.move(bars.openTime(i));
            if (slots.ends() != ends) {
                ends = slots.ends();
                begun++;
            }
            complete[i] = bars.closeTime(i) >= ends ? begun : begun - 1;
        }

        LongerBars build() {
            maker.finish(true); // what is complete when is known bar by bar
            BarSeries series = built.series(bars.symbol(), BarForm.of(timeframe), bars.timeframe());
            return new LongerBars(Market.of(series, market.contract()), complete);
        }
    }
}
