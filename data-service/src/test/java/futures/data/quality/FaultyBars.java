package futures.data.quality;

import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.time.Instant;
import java.util.Random;

/** Two months with daylight saving and Good Friday between, and faults of every kind at random places. */
final class FaultyBars {
    private static final int DAYS = 60;

    private FaultyBars() {}

    static BarSeries of(Random random, Timeframe timeframe) {
        return of(random, timeframe, DAYS);
    }

    static BarSeries of(Random random, Timeframe timeframe, int calendarDays) {
        BarSeries.Builder builder = BarSeries.builder("ES", timeframe);
        double price = 5000;
        long step = timeframe.millis();
        long begin = Math.floorDiv(Instant.parse("2024-02-26T09:30:00Z").toEpochMilli(), step) * step;
        int stale = 0;
        int away = 0;
        for (long time = begin; time < begin + calendarDays * 86_400_000L; time += step) {
            boolean open = TradingCalendar.CME_EQUITY.isOpen(time);
            double chance = random.nextDouble();
            away = away > 0 ? away - 1 : chance < 0.0005 ? random.nextInt(3000) : 0;
            if (away > 0 || (open ? chance < 0.001 : chance < 0.98)) {
                continue;
            }
            stale = stale > 0 ? stale - 1 : random.nextInt(2000) == 0 ? 5 + random.nextInt(3000) : 0;
            double last = price;
            price += stale > 0 ? 0 : (random.nextInt(7) - 3) * 0.25;
            double high = Math.max(last, price) + (random.nextInt(500) == 0 ? 60 : 0);
            double low = Math.min(last, price) - (random.nextInt(500) == 0 ? 60 : 0);
            double off = random.nextInt(300) == 0 ? 0.11 : 0;
            double base = random.nextInt(3000) == 0 ? -6000 : 0;
            boolean broken = random.nextInt(1000) == 0;
            builder.add(
                    time,
                    last + base,
                    (broken ? low - 1 : high + off) + base,
                    low + base,
                    price + base,
                    stale > 0 ? 0 : 1 + random.nextInt(9));
        }
        return builder.build();
    }
}
