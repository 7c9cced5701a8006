package futures.risk.alert;

import futures.analytics.limit.LimitUnit;
import futures.analytics.limit.Reading;
import futures.kit.bus.Bus;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.risk.subject.Subject;
import futures.wire.Channels;
import futures.wire.risk.Alert;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises an alert once for each breach. What is in breach is kept in the store, so that one that goes on is known again, also
 * after a restart; when it has ended it is forgotten, and the next one is new.
 */
public final class Alarm {
    private static final Logger LOG = LoggerFactory.getLogger(Alarm.class);

    private final Database database;
    private final Bus bus;
    private final Clock clock;

    public Alarm(Database database, Bus bus, Clock clock) {
        this.database = database;
        this.bus = bus;
        this.clock = clock;
    }

    /**
     * @param standings to all limits that cover the subject
     * @param revision  of the limits
     * @return what was raised
     */
    public List<Alert> check(Subject subject, List<Standing> standings, long revision) {
        List<Alert> raised = database.write(connection -> {
            Map<String, Set<String>> known = known(connection, subject);
            List<Alert> alerts = new ArrayList<>();
            for (Standing standing : standings) {
                Set<String> before = known.remove(standing.limit().key());
                alert(connection, subject, standing, before == null ? Set.of() : before, revision, alerts);
            }
            for (Map.Entry<String, Set<String>> gone : known.entrySet()) {
                for (String period : gone.getValue()) {
                    end(connection, subject, gone.getKey(), period);
                }
            }
            return alerts;
        });
        raised.forEach(this::tell);
        return raised;
    }

    /** What it had is no more in breach; its alerts stay. */
    public void forget(String subject, String id) {
        int ignored = database.write(connection ->
                Sql.update(connection, "DELETE FROM breach WHERE subject = ? AND subject_id = ?", subject, id));
    }

    private static Map<String, Set<String>> known(Connection connection, Subject subject) throws SQLException {
        Map<String, Set<String>> known = new HashMap<>();
        Sql.each(
                connection,
                "SELECT limit_key, period FROM breach WHERE subject = ? AND subject_id = ?",
                row -> known.computeIfAbsent(row.getString(1), any -> new HashSet<>())
                        .add(row.getString(2)),
                subject.kind(),
                subject.id());
        return known;
    }

    private void alert(
            Connection connection,
            Subject subject,
            Standing standing,
            Set<String> before,
            long revision,
            List<Alert> alerts)
            throws SQLException {
        if (standing.now().undefined() != null
                && !standing.now().breached()
                && standing.breached().isEmpty()) {
            return; // nothing is known: what was in breach has neither gone on nor ended
        }
        String key = standing.limit().key();
        Map<String, Reading> fresh = new LinkedHashMap<>(standing.breached());
        // The course of a backtest is over: all of it is one breach.
        Set<String> periods = subject.ofPortfolio() || fresh.isEmpty() ? fresh.keySet() : Set.of("run");
        for (String period : before) {
            if (!periods.contains(period)) {
                end(connection, subject, key, period);
            }
        }
        int begun = 0;
        for (String period : periods) {
            if (!before.contains(period)) {
                begun += Sql.update(
                        connection,
                        "INSERT INTO breach (subject, subject_id, limit_key, period) VALUES (?,?,?,?)",
                        subject.kind(),
                        subject.id(),
                        key,
                        period);
            }
        }
        if (begun > 0) {
            fresh.keySet().removeAll(before);
            Alert alert = alert(subject, standing, fresh, revision);
            alerts.add(withId(alert, AlertStore.add(connection, alert)));
        }
    }

    private static void end(Connection connection, Subject subject, String key, String period) throws SQLException {
        int ignored = Sql.update(
                connection,
                "DELETE FROM breach WHERE subject = ? AND subject_id = ? AND limit_key = ? AND period = ?",
                subject.kind(),
                subject.id(),
                key,
                period);
    }

    private Alert alert(Subject subject, Standing standing, Map<String, Reading> fresh, long revision) {
        Map.Entry<String, Reading> worst = fresh.entrySet().stream()
                .max(Map.Entry.comparingByValue(LossWalk.WORSE))
                .orElseThrow();
        BigDecimal value = worst.getValue().value();
        String unit = standing.limit().limit().unit() == LimitUnit.PERCENT ? " %" : "";
        String message = standing.limit().nameBeside(subject.kind()) + " of " + subject.kind() + " " + subject.id()
                + " (" + subject.name()
                + ") is "
                + (value == null ? "beyond any, for there is no equity" : value.toPlainString() + unit)
                + ", the limit is " + standing.limit().limit().value().toPlainString() + unit + when(worst.getKey())
                + (fresh.size() > 1 ? "; in all " + fresh.size() + " times" : "");
        return new Alert(
                0,
                Instant.ofEpochMilli(clock.millis()),
                subject.kind(),
                subject.id(),
                subject.name(),
                standing.limit().row(),
                value,
                worst.getKey(),
                fresh.size(),
                message,
                revision,
                null,
                null);
    }

    private static String when(String period) {
        return period.equals("now") || period.equals("run") ? "" : " (" + period + ")";
    }

    private static Alert withId(Alert alert, long id) {
        return new Alert(
                id,
                alert.time(),
                alert.subject(),
                alert.subjectId(),
                alert.subjectName(),
                alert.limit(),
                alert.value(),
                alert.period(),
                alert.breaches(),
                alert.message(),
                alert.revision(),
                null,
                null);
    }

    private void tell(Alert alert) {
        LOG.atWarn()
                .addKeyValue("alert", alert.id())
                .addKeyValue("subject", alert.subject() + " " + alert.subjectId())
                .addKeyValue("limit", alert.limit().kind())
                .addKeyValue("most", alert.limit().value())
                .addKeyValue("value", alert.value())
                .log("limit passed: {}", alert.message());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("alert_id", alert.id());
        facts.put("subject", alert.subject());
        facts.put("subject_id", alert.subjectId());
        facts.put("subject_name", alert.subjectName());
        facts.put("limit", alert.limit());
        facts.put("value", alert.value());
        facts.put("period", alert.period());
        facts.put("breaches", alert.breaches());
        facts.put("message", alert.message());
        bus.publish(Channels.RISK_ALERTS, "limit_passed", "/api/risk/alerts/" + alert.id(), facts);
    }
}
