package futures.backtest.run;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names for backtests that sort by time and can be read out: {@code 20261122-231502-9f3a1c}. */
public final class BacktestIds {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public BacktestIds(Clock clock) {
        this.clock = clock;
    }

    public String next() {
        return STAMP.format(clock.instant()) + "-" + "%06x".formatted(random.nextInt(1 << 24));
    }
}
