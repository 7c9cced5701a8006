package futures.backtest.lookahead;

import futures.model.BarSeries;
import futures.model.Order;
import futures.model.Timeframe;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Feed;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;

/** Strategies that reach for what comes, each in another way; every one is long above some value and flat below. */
final class Cheats {
    private Cheats() {}

    /** Holds one contract while told to. */
    abstract static class Holder extends Strategy {
        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (bars.count() < 30) {
                return;
            }
            boolean wanted = wanted(bars);
            if (wanted && broker.flat()) {
                broker.send(Order.buy(1));
            } else if (!wanted && broker.position() > 0) {
                broker.send(Order.sell(broker.position()));
            }
        }

        abstract boolean wanted(Bars bars);
    }

    /** Reads its average two bars ahead of time. */
    static final class NextOfALine extends Holder {
        private double[] average;

        @Override
        protected void start(Setup setup) {
            average = Peek.into(setup.sma(10), double[].class);
        }

        @Override
        boolean wanted(Bars bars) {
            int now = bars.count() - 1;
            return average[Math.min(now + 2, average.length - 1)] > average[now];
        }
    }

    /** Takes the hour that is not over for one that is. */
    static final class HourThatIsNotOver extends Holder {
        private Feed hours;
        private BarSeries all;

        @Override
        protected void start(Setup setup) {
            hours = setup.feed(new Timeframe(3_600));
            all = Peek.into(hours.bars(), BarSeries.class);
        }

        @Override
        boolean wanted(Bars bars) {
            int next = Math.min(hours.bars().count(), all.size() - 1);
            return all.close(next) > bars.close();
        }
    }

    /** Measures prices by mean and spread of the whole range, later bars included. */
    static final class WholeRange extends Holder {
        private double mean;
        private BarSeries all;

        @Override
        protected void start(Setup setup) {}

        @Override
        boolean wanted(Bars bars) {
            if (all == null) {
                all = Peek.into(bars, BarSeries.class);
                for (int i = 0; i < all.size(); i++) {
                    mean += all.close(i) / all.size();
                }
            }
            return bars.close() < mean;
        }
    }

    /** Remembers prices from one run to the next, as a static field does. */
    static final class Memory extends Holder {
        static final List<Double> SEEN = new ArrayList<>();

        @Override
        protected void start(Setup setup) {}

        @Override
        boolean wanted(Bars bars) {
            int next = bars.count();
            if (SEEN.size() < next) {
                SEEN.add(bars.close());
            }
            return SEEN.get(Math.min(next, SEEN.size() - 1)) > bars.close();
        }
    }

    /** Does not trade where it knows that it would lose: what it cheats with are orders that are missing. */
    static final class Omission extends Strategy {
        private BarSeries all;
        private Line line;

        @Override
        protected void start(Setup setup) {
            line = setup.sma(5);
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (all == null) {
                all = Peek.into(bars, BarSeries.class);
            }
            int now = bars.count() - 1;
            if (now < 10) {
                return;
            }
            double later = all.close(Math.min(now + 5, all.size() - 1));
            if (broker.flat() && bars.close() > line.now() && later >= bars.close()) {
                broker.send(Order.buy(1).withStop(20).withTarget(20));
            }
        }
    }

    /** Honest: what an average and the last complete hour say. */
    static final class Honest extends Holder {
        private Feed hours;
        private Line line;

        @Override
        protected void start(Setup setup) {
            hours = setup.feed(new Timeframe(3_600));
            line = setup.ema(12);
        }

        @Override
        boolean wanted(Bars bars) {
            return hours.bars().count() > 0
                    && bars.close() > line.now()
                    && bars.close() > hours.bars().close();
        }
    }
}
