package futures.risk.summary;

import futures.analytics.limit.Reading;
import futures.model.TradingCalendar;
import futures.risk.alert.Alarm;
import futures.risk.alert.AlertStore;
import futures.risk.alert.Standing;
import futures.risk.alert.Standings;
import futures.risk.limit.LimitStore;
import futures.risk.subject.Subject;
import futures.wire.risk.Alert;
import futures.wire.risk.LimitStanding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps the summary of every subject that is heard of, and checks it against the limits. */
public final class Summaries {
    private static final int ALERTS = 10;
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final SummaryStore store;
    private final LimitStore limits;
    private final AlertStore alerts;
    private final Alarm alarm;
    private final Clock clock;

    public Summaries(SummaryStore store, LimitStore limits, AlertStore alerts, Alarm alarm, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.alerts = alerts;
        this.alarm = alarm;
        this.clock = clock;
    }

    /** Raises alerts where it passes a limit, then keeps its summary: what is kept has been checked. */
    public void heard(Subject subject) {
        SummaryStore.Standing standing = check(subject);
        store.put(Figures.of(subject, clock.instant()), subject, standing);
    }

    private SummaryStore.Standing check(Subject subject) {
        LimitStore.InForce set = limits.inForce();
        String day = day(subject.kind());
        List<Standing> standings = standings(subject, set);
        List<Alert> ignored = alarm.check(subject, standings, set.revision());
        return new SummaryStore.Standing(set.revision(), day, rows(standings));
    }

    /** All subjects, because other limits hold. */
    public void limitsChanged() {
        for (SummaryStore.Key key : store.all()) {
            store.stored(key.subject(), key.id()).ifPresent(stored -> store.put(stored, check(stored.course())));
        }
    }

    public void gone(String subject, String id) {
        store.remove(subject, id);
        alarm.forget(subject, id);
    }

    public boolean knows(String subject, String id) {
        return store.knows(subject, id);
    }

    /** Empty when it was not heard of. */
    Optional<ReadySummary> find(String subject, String id) {
        return store.ready(subject, id)
                .flatMap(ready -> current(ready) ? Optional.of(ready) : again(subject, id))
                .map(ready -> new ReadySummary(
                        ready.figures(),
                        ready.revision(),
                        ready.limits(),
                        alerts.newest(subject, id, ALERTS),
                        alerts.count(subject, id)));
    }

    private boolean current(SummaryStore.Ready ready) {
        return ready.revision() == limits.inForce().revision()
                && (ready.day().isEmpty() || ready.day().equals(today().toString()));
    }

    /** Another day has begun, or other limits hold that it was not checked against yet. */
    private Optional<SummaryStore.Ready> again(String subject, String id) {
        return store.stored(subject, id).flatMap(stored -> {
            LimitStore.InForce set = limits.inForce();
            String day = day(subject);
            List<LimitStanding> rows = rows(standings(stored.course(), set));
            store.put(stored, new SummaryStore.Standing(set.revision(), day, rows));
            return store.ready(subject, id);
        });
    }

    private List<Standing> standings(Subject subject, LimitStore.InForce set) {
        return Standings.of(subject, set.limits(), today());
    }

    private static List<LimitStanding> rows(List<Standing> standings) {
        return standings.stream().map(Summaries::row).toList();
    }

    /** The course of a backtest is over: it stands as it stood, whatever day it is. */
    private String day(String subject) {
        return subject.equals(Subject.PORTFOLIO) ? today().toString() : "";
    }

    /** By the calendar of index futures, whose day ends with that of most others. */
    private LocalDate today() {
        return TradingCalendar.CME_EQUITY.tradingDay(clock.millis());
    }

    private static LimitStanding row(Standing standing) {
        Reading now = standing.now();
        BigDecimal most = standing.limit().limit().value();
        return new LimitStanding(
                standing.limit().row(),
                now.value(),
                now.distance(),
                now.value() == null || most.signum() == 0
                        ? null
                        : now.value().multiply(HUNDRED).divide(most, 2, RoundingMode.HALF_UP),
                now.breached(),
                standing.worst().value(),
                standing.worstPeriod(),
                now.undefined());
    }
}
