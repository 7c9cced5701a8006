package futures.backtest.run;

import futures.engine.FillMode;
import futures.engine.ProfitInterval;
import futures.engine.Progress;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The same run with its bars read in other ways, for the interval of profits. Runs that take long, as those of scripts may, are begun
 * as soon as a bar of the run itself is doubtful, each on a thread of its own.
 */
abstract class OtherReadings {
    /** After the run, where there are ambiguous bars. */
    static final OtherReadings LATER = new OtherReadings() {
        @Override
        Progress watching(Progress progress) {
            return progress;
        }

        @Override
        ProfitInterval interval(Outcome outcome, Progress progress) {
            return outcome.interval(progress);
        }

        @Override
        void stop() {}
    };

    /** @param ended called on the thread of each of them when it has ended */
    static OtherReadings meanwhile(Fetched fetched, Runnable ended) {
        return new Meanwhile(fetched, ended);
    }

    /** What the run itself is to tell how far it is. */
    abstract Progress watching(Progress progress);

    /**
     * @param outcome of the run
     * @throws futures.engine.StrategyFailed    when a strategy throws on another way through the bars
     * @throws futures.engine.BacktestCancelled when the progress says so
     */
    abstract ProfitInterval interval(Outcome outcome, Progress progress);

    /** Nobody wants to know any more. */
    abstract void stop();

    private static final class Meanwhile extends OtherReadings {
        private static final long LOOK_MILLIS = 50;

        private final Fetched fetched;
        private final Runnable ended;
        private final Map<FillMode, FutureTask<Double>> profits = new EnumMap<>(FillMode.class);
        private volatile boolean stopped;
        private volatile int done;
        private volatile int total;

        Meanwhile(Fetched fetched, Runnable ended) {
            this.fetched = fetched;
            this.ended = ended;
        }

        @Override
        Progress watching(Progress progress) {
            return new Progress() {
                @Override
                public boolean report(int barsDone, int barsTotal) {
                    return progress.report(barsDone, barsTotal);
                }

                @Override
                public void doubted() {
                    ProfitInterval.others(fetched.mode()).forEach(Meanwhile.this::begin);
                }
            };
        }

        private void begin(FillMode reading) {
            FutureTask<Double> profit = new FutureTask<>(() -> {
                try {
                    return fetched.profit(reading, this::report);
                } finally {
                    ended.run();
                }
            });
            profits.put(reading, profit);
            Thread thread = new Thread(profit, "reading-" + reading);
            thread.setDaemon(true);
            thread.start();
        }

        private boolean report(int bar, int bars) {
            done = bar;
            total = bars;
            return !stopped;
        }

        @Override
        ProfitInterval interval(Outcome outcome, Progress progress) {
            return profits.isEmpty()
                    ? outcome.interval(progress)
                    : ProfitInterval.of(
                            fetched.mode(), outcome.equity().profit(), reading -> profit(reading, progress));
        }

        private double profit(FillMode reading, Progress progress) {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return profits.get(reading).get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                    } catch (TimeoutException e) {
                        stopped |= !progress.report(done, total);
                    } catch (InterruptedException e) {
                        interrupted = true;
                        stopped = true; // and the run ends as cancelled
                    }
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failed) {
                    throw failed;
                }
                throw new IllegalStateException(e);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        @Override
        void stop() {
            stopped = true;
        }
    }
}
