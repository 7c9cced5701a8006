package futures.strategies;

import futures.model.BarSeries;
import futures.model.Session;
import futures.model.Timeframe;
import java.time.LocalDate;
import java.util.Random;

/**
 * Made-up bars of ES through real trading days: Globex hours, holidays and early closes of the calendar, gaps between days, wider
 * bars and more volume in regular hours, and bars that are missing at night.
 */
final class MadeDays {
    private static final long MINUTE = 60_000;

    private static final long LEVEL = 16_000;

    /** Days in one direction, of a market with trends. */
    private static final int TREND = 5;

    private MadeDays() {}

    /** Goes nowhere in particular. Like the others, so many days from 2023-01-03 on. */
    static BarSeries walk(int days, int minutes, long seed) {
        return made(days, minutes, seed, 20, 0, 0);
    }

    /** Goes one way for five days, then one way or the other, by day only. */
    static BarSeries trends(int days, int minutes, long seed) {
        return made(days, minutes, seed, 20, 2, 0);
    }

    /** Is drawn back to one price, a fifth of the way with each bar. */
    static BarSeries chop(int days, int minutes, long seed) {
        return made(days, minutes, seed, 20, 0, 0.2);
    }

    /** Begins each day up to fifty points away from where the last one ended. */
    static BarSeries gaps(int days, int minutes, long seed) {
        return made(days, minutes, seed, 200, 0, 0);
    }

    /**
     * @param gap   ticks between two days, at most
     * @param drift ticks that a trend moves in a bar of regular hours
     * @param pull  share of the distance from the level that a bar takes back
     */
    private static BarSeries made(int days, int minutes, long seed, int gap, int drift, double pull) {
        Random random = new Random(seed);
        Random directions = new Random(~seed);
        int direction = 1;
        BarSeries.Builder bars = BarSeries.builder("ES", new Timeframe(60 * minutes));
        long price = LEVEL;
        LocalDate day = LocalDate.of(2023, 1, 3);
        for (int done = 0; done < days; day = day.plusDays(1)) {
            if (!Course.ES.calendar().isTradingDay(day)) {
                continue;
            }
            if (done++ % TREND == 0) {
                direction = directions.nextBoolean() ? 1 : -1;
            }
            price += random.nextInt(2 * gap + 1) - gap;
            for (Session session : Course.ES.calendar().sessions(day)) {
                for (long time = session.opens(); time < session.closes(); time += minutes * MINUTE) {
                    boolean regular = hours(time, session) >= 15;
                    if (!regular && random.nextInt(20) == 0) {
                        continue;
                    }
                    int width = 1 + random.nextInt(regular ? 12 : 5);
                    long open = price;
                    price = open + random.nextInt(2 * width + 1) - width;
                    price += (regular ? direction * drift : 0) - Math.round(pull * (price - LEVEL));
                    double high = Math.max(open, price) + random.nextInt(width + 1);
                    double low = Math.min(open, price) - random.nextInt(width + 1);
                    bars.add(
                            time,
                            open / 4.0,
                            high / 4,
                            low / 4,
                            price / 4.0,
                            regular ? 5_000 : 300 + random.nextInt(200));
                }
            }
        }
        return bars.build();
    }

    /** Hours since the session opened at 17:00 US Central: from the fifteenth on it is day. */
    private static long hours(long time, Session session) {
        return (time - session.opens()) / (60 * MINUTE);
    }
}
