package futures.strategies;

import futures.model.Order;
import futures.model.Side;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.ChoiceParameter;
import futures.strategy.DoubleParameter;
import futures.strategy.IntParameter;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import futures.strategy.TextParameter;
import java.util.List;

/**
 * Trades what a trained model says. With a probability: long when it is at or above {@code enter}, out when it falls below {@code
 * leave}; short the other way round, mirrored at {@code centre}. With a predicted return {@code centre} is 0 and the others are returns.
 * What a model of falls says {@code means} a fall. A position also ends at its stop or target, and after so many bars: the barriers that the labels of a triple barrier had. At bars of which the model says
 * nothing nothing is entered, and what is held is held on.
 *
 * <p>The order names the model: {@code "models": {"signal": "id"}}. Its predictions are of bars that it had not learnt from, unless the
 * order forces others, and are known at the close of their bar.
 *
 * <p>Source: Marcos López de Prado, <i>Advances in Financial Machine Learning</i>, 2018, chapters 3 and 10, which has the barriers
 * and the size by probability; here the size is fixed.
 */
public final class MlSignalStrategy extends Strategy {
    private final TextParameter model = text("model", "signal", "name of the model in the order's models");
    private final DoubleParameter enter =
            decimal("enter", 0.55, -1, 1, 0.01, "probability or return from which on a position is taken");
    private final DoubleParameter leave =
            decimal("leave", 0.5, -1, 1, 0.01, "probability or return below which it is given up");
    private final DoubleParameter centre =
            decimal("centre", 0.5, -1, 1, 0.5, "where the model says nothing either way: 0.5, of returns 0");
    private final ChoiceParameter sides = choice("sides", List.of("both", "long", "short"), "sides that are traded");
    private final ChoiceParameter means =
            choice("means", List.of("rise", "fall"), "what the model predicts when it is above its centre");
    private final IntParameter longest =
            integer("max_bars", 0, 0, 100_000, 10, "bars that a position is held, 0 for any");
    private final IntParameter stop = integer("stop_ticks", 40, 0, 100_000, 10, "distance of the stop, 0 for none");
    private final IntParameter target =
            integer("target_ticks", 0, 0, 100_000, 10, "distance of the target, 0 for none");
    private final IntParameter contracts = integer("contracts", 1, 1, 1000, 1, "contracts per trade");

    private Line signal;
    private int held;

    public MlSignalStrategy() {
        requireAtMost(centre, leave);
        requireAtMost(leave, enter);
    }

    @Override
    public String description() {
        return "Trades the probability or return that a trained model predicts, with stop, target and a longest time";
    }

    @Override
    protected void start(Setup setup) {
        signal = setup.model(model.value());
    }

    @Override
    protected void onBar(Bars bars, Broker broker) {
        held = broker.flat() ? 0 : held + 1;
        double above = strength();
        if (broker.position() != 0) {
            double mine = broker.position() > 0 ? above : -above;
            boolean over = longest.value() > 0 && held >= longest.value();
            if (over || mine < leave.value() - centre.value()) {
                broker.close();
            }
        } else if (above >= enter.value() - centre.value() && !sides.value().equals("short")) {
            enter(Side.LONG, broker);
        } else if (-above >= enter.value() - centre.value() && !sides.value().equals("long")) {
            enter(Side.SHORT, broker);
        }
    }

    /** How far the model is on the side of a rise; not a number where it says nothing, which no comparison holds for. */
    private double strength() {
        double above = signal.now() - centre.value();
        return means.value().equals("rise") ? above : -above;
    }

    private void enter(Side side, Broker broker) {
        broker.send(Order.market(side, contracts.value()).withStop(stop.value()).withTarget(target.value()));
    }
}
