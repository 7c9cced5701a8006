package futures.ml.feature;

import futures.model.BarSeries;
import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** The exchange's clock at each bar, daylight saving included. */
final class LocalClock {
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;
    /** 1970-01-01 was a Thursday; Monday is 0. */
    private static final int THURSDAY = 3;

    private LocalClock() {}

    static double[] minutes(FeatureInput input) {
        long[] local = local(input);
        double[] minutes = new double[local.length];
        for (int i = 0; i < minutes.length; i++) {
            long minute = Math.floorMod(local[i], DAY) / MINUTE;
            minutes[i] = minute;
        }
        return minutes;
    }

    /** Day of the week of each bar's trading day, 0 is Monday. */
    static double[] weekday(FeatureInput input) {
        double[] weekdays = new double[input.size()];
        for (int d = 0; d < input.days().count(); d++) {
            long day = input.days().day(d).toEpochDay();
            for (int i = input.days().firstBar(d); i <= input.days().lastBar(d); i++) {
                weekdays[i] = Math.floorMod(day + THURSDAY, 7);
            }
        }
        return weekdays;
    }

    /** Open times by the local clock, as milliseconds since 1970. One look at the rules serves until the next change. */
    private static long[] local(FeatureInput input) {
        BarSeries bars = input.bars();
        ZoneRules rules = input.contract().calendar().zone().getRules();
        long[] local = new long[bars.size()];
        long offset = 0;
        long until = Long.MIN_VALUE;
        for (int i = 0; i < local.length; i++) {
            long time = bars.openTime(i);
            if (time >= until) {
                Instant instant = Instant.ofEpochMilli(time);
                offset = rules.getOffset(instant).getTotalSeconds() * 1000L;
                ZoneOffsetTransition next = rules.nextTransition(instant);
                until = next == null ? Long.MAX_VALUE : next.getInstant().toEpochMilli();
            }
            local[i] = time + offset;
        }
        return local;
    }
}
