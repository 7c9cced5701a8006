package futures.risk.alert;

import futures.analytics.limit.Exposure;
import futures.analytics.limit.Limit;
import futures.analytics.limit.LimitKind;
import futures.analytics.limit.LimitRules;
import futures.analytics.limit.LimitUnit;
import futures.analytics.limit.Reading;
import futures.risk.limit.ScopedLimit;
import futures.risk.subject.Held;
import futures.risk.subject.Slice;
import futures.risk.subject.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares a subject with the limits that cover it. */
public final class Standings {
    private static final String NOW = "now";
    private static final String RUN = "run";
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private Standings() {}

    /** In the order of the limits; limits that cover nothing of the subject are left out. */
    public static List<Standing> of(Subject subject, List<ScopedLimit> limits, LocalDate today) {
        List<Standing> standings = new ArrayList<>();
        for (ScopedLimit limit : limits) {
            Slice slice = slice(subject, limit);
            if (slice != null) {
                standings.add(standing(subject, slice, limit, today));
            }
        }
        return standings;
    }

    /** What of a subject a limit covers; null when nothing. */
    public static Slice slice(Subject subject, ScopedLimit limit) {
        return switch (limit.scope()) {
            case ALL -> subject.account();
            case PORTFOLIO -> subject.ofPortfolio() && subject.id().equals(limit.id()) ? subject.account() : null;
            case STRATEGY -> named(subject, Slice.STRATEGY, limit.id());
            case SYMBOL -> named(subject, Slice.SYMBOL, limit.id());
        };
    }

    private static Slice named(Subject subject, String scope, String id) {
        return subject.slices().stream()
                .filter(slice -> slice.scope().equals(scope) && id.equals(slice.id()))
                .findFirst()
                .orElse(null);
    }

    private static Standing standing(Subject subject, Slice slice, ScopedLimit scoped, LocalDate today) {
        Limit limit = scoped.limit();
        if (!limit.kind().loss()) {
            Reading reading = LimitRules.read(limit, held(subject, slice, limit.kind(), today));
            String period = subject.ofPortfolio() ? NOW : RUN;
            return new Standing(
                    scoped, reading, reading, period, reading.breached() ? Map.of(period, reading) : Map.of());
        }
        if (limit.kind() == LimitKind.DRAWDOWN
                && subject.maxDrawdown() != null
                && slice.days().equals(subject.account().days())) {
            Reading reading = LimitRules.read(limit, markedAtEveryBar(subject, limit.unit()));
            return new Standing(scoped, reading, reading, RUN, reading.breached() ? Map.of(RUN, reading) : Map.of());
        }
        Map<String, Reading> readings = LossWalk.readings(limit, subject.initialCash(), slice, today);
        Reading now = readings.remove(NOW);
        Reading worst = now;
        String worstPeriod = NOW;
        Map<String, Reading> breached = new LinkedHashMap<>();
        for (Map.Entry<String, Reading> entry : readings.entrySet()) {
            if (LossWalk.WORSE.compare(entry.getValue(), worst) > 0 || worstPeriod.equals(NOW)) {
                worst = entry.getValue();
                worstPeriod = entry.getKey();
            }
            if (entry.getValue().breached()) {
                breached.put(entry.getKey(), entry.getValue());
            }
        }
        return new Standing(scoped, subject.ofPortfolio() ? now : worst, worst, worstPeriod, breached);
    }

    private static Exposure held(Subject subject, Slice slice, LimitKind kind, LocalDate today) {
        Held held = slice.held();
        BigDecimal equity = kind == LimitKind.CONCENTRATION ? held.notionalEquity() : held.equity();
        if (equity == null && subject.ofPortfolio()) {
            equity = LossWalk.state(subject.initialCash(), subject.account(), today)
                    .equity();
        }
        return new Exposure(
                equity,
                null,
                null,
                null,
                BigDecimal.ZERO,
                held.contracts(),
                held.notional(),
                held.margin(),
                slice.correlation());
    }

    /** A backtest knows its deepest fall more exactly than its days do. */
    private static Exposure markedAtEveryBar(Subject subject, LimitUnit unit) {
        BigDecimal peak = unit == LimitUnit.PERCENT ? HUNDRED : BigDecimal.ZERO;
        BigDecimal fall = unit == LimitUnit.PERCENT ? subject.maxDrawdownPct() : subject.maxDrawdown();
        return Exposure.ofResults(fall == null ? null : peak.add(fall), null, null, peak);
    }
}
