package futures.data.quality;

import futures.data.quality.Grade.Limits;
import futures.data.source.BarHeader;
import futures.data.source.BarSource;
import futures.data.store.BarRange;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.wire.data.QualityReport;
import futures.wire.data.QualityReport.Check;
import futures.wire.data.QualityReport.Coverage;
import futures.wire.data.QualityReport.Grid;
import futures.wire.data.QualityReport.Imports;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All checks of one series and the grade that follows from them. The limits are explained in {@code docs/data.md}. */
public final class QualityCheck {
    /** Entries of each list of the report. */
    static final int LISTED = 20;

    private static final Limits BROKEN = new Limits(0, 0, 0, 0.001);
    private static final Limits NOT_ABOVE_ZERO = new Limits(0, 0, 0.01, 0.1);
    private static final Limits LOST_DAYS = new Limits(0, 0.005, 0.02, 0.1);
    private static final Limits MISSING = new Limits(0.001, 0.005, 0.02, 0.1);
    /** A time zone that is wrong by an hour puts one bar of 23 there, 4.3 %: that must be an F. */
    private static final Limits CLOSED = new Limits(0.0001, 0.001, 0.005, 0.03);

    /** Real minutes have some: 5 of the 354,745 of MES in 2024, 0.0014 %, three of them at 12:30 UTC, when figures come out. */
    private static final Limits SPIKES = new Limits(0.00005, 0.0002, 0.001, 0.01);

    private static final Limits OFF_TICK = new Limits(0.0001, 0.001, 0.01, 0.1);
    private static final Limits STALE = new Limits(0.001, 0.01, 0.05, 0.2);

    private final BarHeader header;
    private final TradingCalendar calendar;
    private final TickGrid tickGrid;
    private final PriceCheck prices = new PriceCheck();
    /** Null for bars longer than a day. */
    private final CoverageCheck coverageCheck;

    private final SpikeCheck spikes;
    /** Null without a grid. */
    private final GridCheck gridCheck;

    private final StaleCheck stale = new StaleCheck();
    private final List<Check> checks = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long bars;
    private long first;
    private long last;

    QualityCheck(BarHeader header, TradingCalendar calendar, TickGrid grid) {
        this.header = header;
        this.calendar = calendar;
        this.tickGrid = grid;
        this.coverageCheck = header.timeframe().compareTo(Timeframe.DAY) > 0
                ? null
                : new CoverageCheck(header.timeframe(), calendar);
        this.spikes =
                new SpikeCheck(calendar, grid == null ? 0 : grid.tickSize().doubleValue());
        this.gridCheck = grid == null ? null : new GridCheck(calendar, grid);
    }

    /**
     * Looks at bars window by window, in the memory of one.
     *
     * @param connection in one read transaction
     * @param calendar   one without a name stands for hours alone: coverage is then shown and not judged
     * @param grid       null when the tick size is not known
     * @param imports    what imports saw, may be null; shown and not judged
     * @return empty when there are no bars in the range
     */
    public static Optional<QualityReport> of(
            Connection connection,
            BarSource source,
            BarRange range,
            TradingCalendar calendar,
            TickGrid grid,
            Imports imports)
            throws SQLException {
        QualityCheck check = new QualityCheck(source.header(), calendar, grid);
        Windows.of(connection, source, range, calendar, Windows.SIZE, check::add);
        return check.bars == 0 ? Optional.empty() : Optional.of(check.report(imports));
    }

    void add(Window window) {
        if (bars == 0) {
            first = window.bars().openTime(window.from());
        }
        last = window.bars().openTime(window.to() - 1);
        bars += window.to() - window.from();
        prices.add(window);
        spikes.add(window);
        stale.add(window);
        if (coverageCheck != null) {
            coverageCheck.add(window);
        }
        if (gridCheck != null) {
            gridCheck.add(window);
        }
    }

    /** To be called once, after the last window. */
    QualityReport report(Imports imports) {
        add(
                "broken_bars",
                prices.broken(),
                share(prices.broken()),
                BROKEN,
                "bars with high below low or open or close outside");
        add(
                "prices_not_above_zero",
                prices.notAboveZero(),
                share(prices.notAboveZero()),
                NOT_ABOVE_ZERO,
                "bars with prices at or below zero");
        Coverage coverage = coverageCheck == null ? null : coverageCheck.coverage();
        if (coverage == null) {
            notes.add("Bars longer than a day are not held against the calendar.");
        } else {
            coverage(coverage, !calendar.name().isEmpty());
        }
        add("spikes", spikes.count(), share(spikes.count()), SPIKES, "prices that leave and come back within one bar");
        Grid onGrid = grid();
        add(
                "stale_bars",
                stale.count(),
                share(stale.count()),
                STALE,
                "bars without volume that repeat the one before, in runs of " + StaleCheck.RUN + " or more");
        Check worst = checks.stream()
                .filter(check -> check.grade() != null)
                .max(Comparator.comparing(check -> Grade.valueOf(check.grade())))
                .orElseThrow();
        boolean clean = worst.grade().equals(Grade.A.name());
        return new QualityReport(
                header.symbol(),
                header.timeframe().toString(),
                header.provenance().product(),
                calendar.name().isEmpty() ? null : calendar.name(),
                header.tag(),
                bars,
                Instant.ofEpochMilli(first),
                Instant.ofEpochMilli(last),
                worst.grade(),
                clean ? "every check that was judged is an A" : worst.name() + ": " + worst.found(),
                List.copyOf(checks),
                coverage,
                onGrid,
                prices.first(),
                spikes.first(),
                stale.longest(),
                imports,
                List.copyOf(notes));
    }

    private void coverage(Coverage coverage, boolean known) {
        long lost = coverage.missingDays() + coverage.thinDays();
        add(
                "lost_days",
                lost,
                (double) lost / Math.max(1, coverage.tradingDays()),
                known ? LOST_DAYS : null,
                "trading days without bars (" + coverage.missingDays() + ") or with less than half of the usual ("
                        + coverage.thinDays() + ")");
        add(
                "missing_bars",
                coverage.missing(),
                (double) coverage.missing() / Math.max(1, coverage.expected()),
                known && coverage.dense() ? MISSING : null,
                "bars missing in open hours, on days that have bars");
        add(
                "closed_bars",
                coverage.closedBars(),
                share(coverage.closedBars()),
                known ? CLOSED : null,
                "bars while the market was closed");
        if (!known) {
            notes.add("No calendar is known: a holiday looks like a lost day, so coverage is shown and not judged."
                    + " Give the contract a calendar, or import with product=.");
        } else if (!coverage.dense()) {
            notes.add("The market does not trade in every bar (usual coverage " + percent(coverage.usualCoverage())
                    + "): single missing bars are not judged, days are.");
        }
    }

    private Grid grid() {
        if (gridCheck == null) {
            notes.add("No contract spec is known: prices are not held against a tick size.");
            return null;
        }
        Grid found = gridCheck.grid(bars);
        boolean none = found.offDays() == found.days();
        add(
                "off_tick_prices",
                gridCheck.strays(),
                gridCheck.strayShare(),
                none ? null : OFF_TICK,
                "prices off the tick grid of " + tickGrid + ", on days that are on it");
        if (found.backAdjusted()) {
            notes.add(
                    "Nearly all prices of " + found.offDays() + " of " + found.days()
                            + " trading days lie off the tick grid of " + tickGrid
                            + ": the series is back-adjusted by ratio, or the tick size is wrong. These days are not judged for it.");
        }
        return found;
    }

    private double share(long count) {
        return (double) count / bars;
    }

    private void add(String name, long count, double share, Limits limits, String what) {
        checks.add(new Check(
                name,
                count,
                share,
                limits == null ? null : limits.of(share).name(),
                count + " " + what + (count == 0 ? "" : " (" + percent(share) + ")")));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.4g %%", 100 * share);
    }
}
