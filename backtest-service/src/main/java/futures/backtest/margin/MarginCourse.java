package futures.backtest.margin;

import futures.backtest.store.EquityWalk;
import futures.backtest.store.Millionths;
import futures.wire.backtest.MarginPoint;
import futures.wire.backtest.MarginUse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Goes through equity and the changes of bound margin side by side. */
public final class MarginCourse {
    private static final int PER_STRETCH = 2;
    private static final int PLACES = 6;

    private final EquityWalk changes;
    private final List<MarginPoint> points = new ArrayList<>();
    private boolean change;
    private long margin;
    private Bar peak;

    private MarginCourse(EquityWalk changes) throws IOException {
        this.changes = changes;
        this.change = changes.next();
    }

    /** In millionths. */
    private record Bar(long time, long margin, long equity) {
        /** Compared without rounding: bound margin of an account without equity is more than any share. */
        boolean above(Bar other) {
            if (margin == 0 || other.margin == 0) {
                return margin > other.margin;
            }
            if (equity <= 0 || other.equity <= 0) {
                return equity <= 0 && other.equity > 0;
            }
            return BigDecimal.valueOf(margin)
                            .multiply(BigDecimal.valueOf(other.equity))
                            .compareTo(BigDecimal.valueOf(other.margin).multiply(BigDecimal.valueOf(equity)))
                    > 0;
        }

        MarginPoint point() {
            return new MarginPoint(
                    Instant.ofEpochMilli(time),
                    Millionths.money(margin),
                    Millionths.money(equity),
                    equity <= 0
                            ? null
                            : BigDecimal.valueOf(margin)
                                    .divide(BigDecimal.valueOf(equity), PLACES, RoundingMode.HALF_EVEN));
        }
    }

    /**
     * @param changes with the margin in place of the equity
     * @param most    points, at least 2
     */
    public static MarginUse of(EquityWalk equity, EquityWalk changes, int most) throws IOException {
        MarginCourse course = new MarginCourse(changes);
        int stretches = Math.max(1, most / PER_STRETCH);
        course.walk(equity, equity.bars() <= most ? 1 : (equity.bars() + stretches - 1) / stretches);
        return new MarginUse(equity.bars(), course.peak == null ? null : course.peak.point(), course.points);
    }

    private void walk(EquityWalk equity, int stretch) throws IOException {
        Bar highest = null;
        Bar last = null;
        for (int bar = 0; equity.next(); bar++) {
            if (bar % stretch == 0) {
                give(highest, last);
                highest = null;
            }
            last = bar(equity);
            highest = highest == null || last.above(highest) ? last : highest;
            peak = last.margin > 0 && (peak == null || last.above(peak)) ? last : peak;
        }
        give(highest, last);
    }

    private Bar bar(EquityWalk equity) throws IOException {
        while (change && changes.time() <= equity.time()) {
            margin = changes.equity();
            change = changes.next();
        }
        return new Bar(equity.time(), margin, equity.equity());
    }

    private void give(Bar highest, Bar last) {
        if (highest == null) {
            return;
        }
        if (highest.time < last.time) {
            points.add(highest.point());
        }
        points.add(last.point());
    }
}
