package futures.engine;

import futures.analytics.indicator.Indicator;
import futures.model.ContractSpec;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Feed;
import futures.strategy.Line;

/** The bars of a market in its own or a longer timeframe, as far as they are complete. */
final class EngineFeed implements Feed {
    private final MarketCursor base;
    private final MarketCursor shown;
    /** Null for the market's own bars. */
    private final LongerBars longer;

    private final EngineBars view;
    private int before = -1;

    private EngineFeed(MarketCursor base, Market market, LongerBars longer) {
        this.base = base;
        this.shown = new MarketCursor(market);
        this.longer = longer;
        this.view = new EngineBars(shown);
    }

    static EngineFeed of(MarketCursor base, Timeframe timeframe) {
        if (timeframe.equals(base.market.bars().timeframe())) {
            return new EngineFeed(base, base.market, null);
        }
        LongerBars longer = base.market.longer(timeframe);
        return new EngineFeed(base, longer.market(), longer);
    }

    /** Follows the market to where it is now. */
    void move() {
        before = shown.at;
        shown.at = longer == null || base.at < 0 ? base.at : longer.completeAt(base.at) - 1;
    }

    @Override
    public Bars bars() {
        return view;
    }

    @Override
    public ContractSpec contract() {
        return base.market.contract();
    }

    @Override
    public boolean fresh() {
        return shown.at != before;
    }

    @Override
    public Line line(Indicator indicator) {
        return view.line(shown.market.indicators().of(indicator));
    }
}
