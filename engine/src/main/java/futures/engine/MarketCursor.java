package futures.engine;

/** How far a run has come in the bars of one market. */
final class MarketCursor {
    final Market market;
    final BarVolume volume = new BarVolume();
    private final TickColumns ticks;
    /** Index of the last bar that is complete; -1 before the first. */
    int at = -1;

    MarketCursor(Market market) {
        this.market = market;
        this.ticks = market.ticks();
    }

    long closeTime() {
        return market.bars().closeTime(at);
    }

    long closeTick() {
        return ticks.close(at);
    }
}
