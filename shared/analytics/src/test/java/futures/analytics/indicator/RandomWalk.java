package futures.analytics.indicator;

import futures.model.BarSeries;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.TradingDays;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Random;

/**
 * Seeded bars of one minute in the hours of CME index futures, from Sunday 2024-03-03 17:00 Chicago on (summer time begins
 * a week later), with some minutes missing, some without movement and some without volume.
 */
final class RandomWalk {
    private static final LocalTime OPENS = LocalTime.of(17, 0);
    private static final LocalTime CLOSES = LocalTime.of(16, 0);

    private RandomWalk() {}

    /** Prices in quarter points. */
    static BarSeries quarterTicks(int bars, long seed) {
        return walk(bars, seed, bars);
    }

    /** Prices that no decimal of nine places gives. */
    static BarSeries noDecimals(int bars, long seed) {
        return walk(bars, seed, 0);
    }

    /** Prices in quarter points for the first half, and such that no decimal gives in the second. */
    static BarSeries mixed(int bars, long seed) {
        return walk(bars, seed, bars / 2);
    }

    static IndicatorValues values(BarSeries bars) {
        TradingDays days = TradingDays.of(bars, TradingCalendar.of(SessionHours.CME_GLOBEX));
        return new IndicatorValues(bars, () -> days);
    }

    private static BarSeries walk(int bars, long seed, int decimals) {
        Random random = new Random(seed);
        BarSeries.Builder builder = BarSeries.builder("ES", Timeframe.MINUTE);
        LocalDateTime time = LocalDateTime.of(2024, 3, 3, 17, 0);
        int tick = 20_000;
        int made = 0;
        while (made < bars) {
            if (trades(time) && random.nextInt(50) > 0) {
                int open = tick + random.nextInt(3) - 1;
                int close = random.nextInt(10) == 0 ? open : open + (int) Math.rint(3 * random.nextGaussian());
                int high = Math.max(open, close) + random.nextInt(3);
                int low = Math.min(open, close) - random.nextInt(3);
                double off = made < decimals ? 0 : 1e-4 * random.nextDouble();
                builder.add(
                        time.atZone(SessionHours.CME_GLOBEX.zone()).toInstant().toEpochMilli(),
                        open * 0.25 + off,
                        high * 0.25 + off,
                        low * 0.25 + off,
                        close * 0.25 + off,
                        Math.max(0, random.nextInt(2000) - 20));
                tick = close;
                made++;
            }
            time = time.plusMinutes(1);
        }
        return builder.build();
    }

    private static boolean trades(LocalDateTime time) {
        LocalTime clock = time.toLocalTime();
        DayOfWeek day = time.getDayOfWeek();
        boolean evening = !clock.isBefore(OPENS) && day != DayOfWeek.FRIDAY && day != DayOfWeek.SATURDAY;
        boolean daytime = clock.isBefore(CLOSES) && day != DayOfWeek.SATURDAY && day != DayOfWeek.SUNDAY;
        return evening || daytime;
    }
}
