package futures.backtest.montecarlo;

import futures.wire.backtest.MonteCarlo;

/**
 * What came of a {@link Rerun}, one of the three.
 *
 * @param noise   of other prices
 * @param market  of another market
 * @param leftOut why there is neither
 */
record Reran(MonteCarlo.Method noise, MonteCarlo.OtherMarket market, MonteCarlo.LeftOut leftOut) {}
