package futures.strategies;

import futures.model.ContractSpec;
import futures.model.Order;
import futures.strategy.BandLines;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;

/**
 * Trades the way back into the Bollinger bands: long when a close below the lower band is followed by one inside, short when
 * one above the upper band is; out when the close has reached the middle. A stop some standard deviations from the entry
 * bounds what a trend along the band costs.
 *
 * <p>Source: John Bollinger, <i>Bollinger on Bollinger Bands</i>, 2001, which has bands of 20 bars and 2 standard
 * deviations as the usual ones, and takes a close outside them for a sign that the move goes on: hence the wait for one inside. Exit and
 * stop are not his.
 */
public final class BollingerReversion extends Strategy {
    private final IntParameter period = integer("period", 20, 5, 200, 5, "bars in the bands");
    private final DoubleParameter width =
            decimal("width", 2, 0.5, 4, 0.5, "half width of the bands in standard deviations");
    private final DoubleParameter stop =
            decimal("stop_deviations", 2, 0.5, 10, 0.5, "distance of the stop from the entry in standard deviations");
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts per trade");

    private BandLines bands;
    private Line deviation;
    private ContractSpec contract;

    @Override
    public String description() {
        return "Return into the Bollinger bands, held to the middle";
    }

    @Override
    protected void start(Setup setup) {
        bands = setup.bollinger(period.value(), width.value());
        deviation = setup.standardDeviation(period.value());
        contract = setup.contract();
        setup.warmUp(period.value() + 1);
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        double close = bars.close();
        double before = bars.ago(1).close();
        double middle = bands.middle().now();
        if ((broker.position() > 0 && close >= middle) || (broker.position() < 0 && close <= middle)) {
            broker.close();
        } else if (broker.flat()
                && before < bands.lower().ago(1)
                && close >= bands.lower().now()
                && close < middle) {
            broker.send(Order.buy(contracts.value()).withStop(stopTicks()));
        } else if (broker.flat()
                && before > bands.upper().ago(1)
                && close <= bands.upper().now()
                && close > middle) {
            broker.send(Order.sell(contracts.value()).withStop(stopTicks()));
        }
    }

    private int stopTicks() {
        return (int) Math.max(1, contract.ticks().ceil(stop.value() * deviation.now()));
    }
}
