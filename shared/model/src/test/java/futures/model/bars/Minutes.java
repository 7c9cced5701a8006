package futures.model.bars;

import futures.model.BarSeries;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Minutes to make bars of. */
final class Minutes {
    static final TickGrid QUARTER = new TickGrid(new BigDecimal("0.25"));
    static final SessionHours STOCKS =
            new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(8, 30), LocalTime.of(15, 0));

    private static final long MINUTE = 60_000;

    private Minutes() {}

    static long time(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    /** Every minute in which the market is open: one contract each, and the price is the number of the minute. */
    static BarSeries open(TradingCalendar calendar, String from, String to) {
        BarSeries.Builder builder = BarSeries.builder("X", Timeframe.MINUTE);
        int n = 0;
        for (long t = time(from); t < time(to); t += MINUTE) {
            if (calendar.isOpen(t)) {
                n++;
                builder.add(t, n, n, n, n, 1);
            }
        }
        return builder.build();
    }

    /** A random walk on the grid in some of the minutes of a time, with gaps in it. */
    static BarSeries random(Random random, String from, int minutes, double share) {
        BarSeries.Builder builder = BarSeries.builder("X", Timeframe.MINUTE);
        long price = 20_000;
        for (int i = 0; i < minutes; i++) {
            if (random.nextDouble() < share) {
                long open = price + random.nextInt(5) - 2;
                long close = open + Math.round(random.nextGaussian() * 5);
                long high = Math.max(open, close) + random.nextInt(6);
                long low = Math.min(open, close) - random.nextInt(6);
                builder.add(
                        time(from) + i * MINUTE,
                        QUARTER.price(open),
                        QUARTER.price(high),
                        QUARTER.price(low),
                        QUARTER.price(close),
                        random.nextInt(50));
                price = close;
            }
        }
        return builder.build();
    }

    static BarSeries make(BarForm form, TradingCalendar calendar, BarSeries from, boolean unfinishedToo) {
        MadeBars made = new MadeBars();
        BarMaker maker = BarMaker.of(form, calendar, STOCKS, QUARTER, made);
        for (int i = 0; i < from.size(); i++) {
            maker.add(
                    from.openTime(i),
                    from.closeTime(i),
                    from.open(i),
                    from.high(i),
                    from.low(i),
                    from.close(i),
                    from.volume(i));
        }
        maker.finish(unfinishedToo);
        return made.series(from.symbol(), form, from.timeframe());
    }

    /** One line a bar, for comparison. */
    static List<String> lines(BarSeries bars) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            lines.add(bars.bar(i).toString());
        }
        return lines;
    }
}
