package futures.data.source;

import futures.data.store.BarRange;
import futures.data.store.BarStream;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.bars.BarForm;
import futures.model.bars.BarMaker;
import futures.model.bars.BarSink;
import futures.model.bars.Hours;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Bars made of those of another source when somebody asks. Only whole ones: the last one is there when the source has reached its
 * end. Those of a range are the ones that open in it, and are made of all that belongs to them, inside the range or not.
 */
public final class FormedBars implements BarSource {
    /** Bars of one answer, which are made in memory. */
    public static final int MOST = 2_000_000;

    private final BarSource from;
    private final BarForm form;
    private final TradingCalendar calendar;
    private final SessionHours regular;
    private final TickGrid ticks;

    /** @throws IllegalArgumentException when the contract does not say what the form needs; the message names it */
    public FormedBars(BarSource from, BarForm form, Optional<ContractSpec> spec, TradingCalendar calendar) {
        this.from = from;
        this.form = form;
        this.calendar = calendar;
        this.regular = spec.map(ContractSpec::regularHours).orElse(null);
        this.ticks = spec.map(ContractSpec::ticks).orElse(null);
        maker((opened, closed, open, high, low, close, volume) -> {});
    }

    /** Whether bars of a form can be made of those of a source. */
    public static boolean possible(BarForm form, Timeframe source) {
        boolean minutes = 300 % source.seconds() == 0;
        if (form.kind() != BarForm.Kind.TIME) {
            return minutes;
        }
        if (!BarForm.possible(form.timeframe())) {
            return false;
        }
        int wanted = form.timeframe().seconds();
        boolean divides = source.seconds() <= wanted && wanted % source.seconds() == 0;
        // A longer bar than an hour lies across the end of a trading day somewhere.
        boolean within = wanted < Timeframe.DAY.seconds()
                || source.seconds() <= 3600
                || (source.equals(Timeframe.DAY) && form.settlement() == null);
        boolean fine = form.settlement() == null && form.hours() == Hours.ALL;
        return divides && within && (fine || minutes);
    }

    private BarMaker maker(BarSink sink) {
        return BarMaker.of(form, calendar, regular, ticks, sink);
    }

    @Override
    public BarHeader header() {
        BarHeader source = from.header();
        String rules = form + " " + calendar + " " + calendar.zone() + " " + regular + " " + ticks;
        return new BarHeader(
                source.symbol(),
                form.nominal(source.timeframe()),
                source.provenance(),
                source.tag() + "." + Integer.toHexString(rules.hashCode()),
                source.stored(),
                new Made(form, source.timeframe()));
    }

    @Override
    public Optional<String> rollsRevision() {
        return from.rollsRevision();
    }

    /** @throws futures.model.bars.TooManyBars when the range makes more than {@link #MOST} */
    @Override
    public BarStream open(Connection connection, BarRange range) throws SQLException {
        long first = range.from() == Long.MIN_VALUE ? Long.MIN_VALUE : begins(range.from());
        long end = range.to() == Long.MAX_VALUE ? Long.MAX_VALUE : ends(range.to() - 1);
        long step = form.kind() == BarForm.Kind.TIME
                ? form.timeframe().seconds() / from.header().timeframe().seconds()
                : 64;
        // As many shorter bars as the newest ones should take and a week more; if that was not enough, more again.
        long bars = range.limit() >= MOST ? Long.MAX_VALUE : (range.limit() + 1) * step + 10_000;
        while (true) {
            FormedColumns made = read(connection, new BarRange(first, end, bars), range);
            if (made.whole() || made.count() >= range.limit()) {
                return made.newest(range.limit());
            }
            bars = bars > Long.MAX_VALUE / 8 ? Long.MAX_VALUE : bars * 4;
        }
    }

    private FormedColumns read(Connection connection, BarRange source, BarRange range) throws SQLException {
        FormedColumns made = new FormedColumns(range.from(), range.to(), ticks);
        BarMaker maker = maker(made);
        try (BarStream stream = from.open(connection, source)) {
            boolean cut = stream.count() == source.limit();
            ChunkFeed feed =
                    new ChunkFeed(maker, made, from.header().timeframe().millis(), cut ? this::ends : null);
            stream.forEach(feed::add);
            made.whole(!cut);
        }
        maker.finish(false);
        return made;
    }

    /** The beginning of the time from which bars do not depend on what was before: a trading day's, or a week's. */
    private long begins(long time) {
        return calendar.endOf(calendar.onOrBefore(firstDay(time).minusDays(1)));
    }

    private long ends(long time) {
        LocalDate day = calendar.tradingDay(time);
        return calendar.endOf(
                weekly() ? calendar.onOrBefore(day.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY))) : day);
    }

    private LocalDate firstDay(long time) {
        LocalDate day = calendar.tradingDay(time);
        return weekly() ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day;
    }

    private boolean weekly() {
        return form.kind() == BarForm.Kind.TIME && form.timeframe().compareTo(Timeframe.DAY) > 0;
    }
}
