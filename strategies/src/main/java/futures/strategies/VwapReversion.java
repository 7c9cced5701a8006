package futures.strategies;

import futures.model.ContractSpec;
import futures.model.Order;
import futures.model.bars.Hours;
import futures.strategy.BandLines;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Setup;
import futures.strategy.Strategy;

/**
 * Trades the return to the day's volume-weighted average price: long when a bar of regular hours closes below the band around it,
 * short when one closes above; out when the close has come back to the average, at a stop further out, or before regular hours
 * end. The average counts from the trading day's first bar. Where a contract has no regular hours, its whole
 * trading day counts.
 *
 * <p>Source of the price: Stephen Berkowitz, Dennis Logue and Eugene Noser, <i>The Total Cost of Transactions on the
 * NYSE</i>, Journal of Finance, 1988, where it measures how well orders were filled. Bands and rules are common practice.
 */
public final class VwapReversion extends Strategy {
    private final DoubleParameter width =
            decimal("width", 2, 0.5, 5, 0.5, "half width of the band in standard deviations weighted by volume");
    private final DoubleParameter stop =
            decimal("stop_deviations", 1.5, 0.5, 5, 0.5, "distance of the stop from the entry in such deviations");
    private final IntParameter flatten =
            integer("flatten_minutes", 5, 0, 120, 5, "minutes before the session's end at which all is closed");
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts per trade");

    private BandLines band;
    private ContractSpec contract;

    @Override
    public String description() {
        return "Return to the day's volume-weighted average price, flat before regular hours end";
    }

    @Override
    protected void start(Setup setup) {
        contract = setup.contract();
        setup.session(contract.regularHours() == null ? Hours.ALL : Hours.REGULAR, flatten.value());
        band = setup.vwap(width.value());
        setup.warmUp(2);
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        double close = bars.close();
        double before = bars.ago(1).close();
        double average = band.middle().now();
        if ((broker.position() > 0 && close >= average) || (broker.position() < 0 && close <= average)) {
            broker.close();
        } else if (bars.inSession() && broker.flat() && !bars.firstOfDay()) {
            if (before >= band.lower().ago(1) && close < band.lower().now()) {
                broker.send(Order.buy(contracts.value()).withStop(stopTicks()));
            } else if (before <= band.upper().ago(1) && close > band.upper().now()) {
                broker.send(Order.sell(contracts.value()).withStop(stopTicks()));
            }
        }
    }

    @Override
    protected void onSessionEnd(Bars bars, Broker broker) {
        broker.flatten();
    }

    private int stopTicks() {
        double deviation = (band.upper().now() - band.middle().now()) / width.value();
        return (int) Math.max(1, contract.ticks().ceil(stop.value() * deviation));
    }
}
