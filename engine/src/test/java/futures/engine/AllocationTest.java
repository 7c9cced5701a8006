package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Line;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** A bar costs no memory but its place in the equity curve. */
class AllocationTest {
    /** Looks at everything, with a bracket in the market that is never reached. */
    static final class Watcher extends Strategy {
        private Line fast;
        private Line slow;
        private double seen;

        @Override
        protected void start(Setup setup) {
            fast = setup.sma(10);
            slow = setup.sma(20);
        }

        @Override
        protected void onBar(Bars bars, Broker broker) {
            if (bars.count() == 30) {
                broker.send(new Script().order("buy 1 sl 15000 tp 900000"));
            }
            seen += bars.close() + fast.now() - slow.ago(3) + broker.position() + broker.equity();
            seen += fast.crossesAbove(slow) ? bars.openTime() : bars.closeTime();
            if (Double.isInfinite(seen)) {
                throw new IllegalStateException("saw too much");
            }
        }
    }

    @Test
    void twiceTheBarsTakeEightBytesMorePerBar() {
        BacktestRequest some = request(50_000);
        BacktestRequest twice = request(100_000);
        for (int i = 0; i < 5; i++) {
            allocated(some);
            allocated(twice);
        }
        double perBar = (allocated(twice) - allocated(some)) / 50_000.0;
        assertEquals(8.0, perBar, 0.2);
    }

    private static BacktestRequest request(int bars) {
        return BacktestRequest.of(Watcher::new, Market.of(Samples.walk(Samples.es(), bars, 1), Samples.es()));
    }

    private static long allocated(BacktestRequest request) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(id);
        BacktestResult result = Backtest.run(request);
        long after = threads.getThreadAllocatedBytes(id);
        assertEquals(1, result.openPositions().size());
        return after - before;
    }
}
