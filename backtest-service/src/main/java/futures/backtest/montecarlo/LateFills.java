package futures.backtest.montecarlo;

import futures.model.BarSeries;

/** What round trips would have earned had their fills come some bars later, each at the open of a bar. */
final class LateFills {
    private final BarSeries bars;
    private final double moneyPerPoint;

    /**
     * @param bars          on which profits of a position are differences of prices
     * @param moneyPerPoint of one contract, in millionths
     */
    LateFills(BarSeries bars, double moneyPerPoint) {
        this.bars = bars;
        this.moneyPerPoint = moneyPerPoint;
    }

    /** Profit of all before slippage and charges, in millionths. */
    double gross(StoredTrades trades, int later) {
        return trades.all().stream()
                .mapToDouble(trade -> trade.side()
                        * trade.contracts()
                        * moneyPerPoint
                        * (price(trade.left(), later) - price(trade.entered(), later)))
                .sum();
    }

    /** After the last bar there is only its close. */
    private double price(long time, int later) {
        int bar = bars.firstAtOrAfter(time) + later;
        return bar < bars.size() ? bars.open(bar) : bars.close(bars.size() - 1);
    }
}
