package futures.strategy;

import futures.model.ContractSpec;

/**
 * Bars of another market or of a longer timeframe, beside those that the strategy is called for. Its current bar is the
 * last one that is complete at the strategy's bar's close, and its indicators are as of that bar; before the first one is
 * complete, {@link Bars#count} is 0 and indicators are NaN.
 */
public interface Feed extends Indicators {
    Bars bars();

    ContractSpec contract();

    /** Whether its current bar was completed since the strategy was called before. */
    boolean fresh();
}
