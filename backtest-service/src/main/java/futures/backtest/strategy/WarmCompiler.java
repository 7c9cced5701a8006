package futures.backtest.strategy;

import futures.backtest.strategy.compile.Compiled;
import futures.backtest.strategy.compile.SourceCompiler;
import futures.strategy.Strategy;
import futures.strategy.template.StrategyTemplate;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Compiles a strategy for nobody once the service has started. The compiler's first use takes about a second of the processor, for
 * loading its classes, and every later one less than a tenth; so whoever saves the first source does not wait for it.
 */
public final class WarmCompiler implements AutoCloseable {
    private static final String NAME = "Nobody";
    /** The other services of the machine start meanwhile. */
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Thread thread = new Thread(WarmCompiler::warmLater, "warm-compiler");

    @SuppressWarnings("ThreadPriorityCheck") // it only keeps out of the way where the system heeds it
    public void start() {
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private static void warmLater() {
        try {
            TimeUnit.MILLISECONDS.sleep(LATER.toMillis());
            warm();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service ends
        }
    }

    static Compiled warm() {
        String file = NAME + ".java";
        return SourceCompiler.compile(
                file, StrategyTemplate.files(NAME, "java").get(file), Strategy.class.getClassLoader());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
