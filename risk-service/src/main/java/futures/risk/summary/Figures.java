package futures.risk.summary;

import futures.analytics.performance.Drawdown;
import futures.analytics.performance.Measure;
import futures.analytics.performance.ReturnStatistics;
import futures.analytics.tail.HistoricalTail;
import futures.analytics.tail.TailRisk;
import futures.model.TradingCalendar;
import futures.risk.subject.Day;
import futures.risk.subject.Slice;
import futures.risk.subject.Subject;
import futures.wire.risk.RiskFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figures of a subject's days. */
final class Figures {
    private static final int DAYS_A_YEAR = 252;
    private static final int CENTS = 2;
    private static final int FEWEST_OF_A_TAIL = 20;
    private static final List<BigDecimal> CONFIDENCES = List.of(new BigDecimal("0.95"), new BigDecimal("0.99"));
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private final Subject subject;
    private final Slice account;
    private final List<Day> days;
    private final double[] profits;
    private final double[] equity;

    private Figures(Subject subject) {
        this.subject = subject;
        this.account = subject.account();
        this.days = subject.ofPortfolio() ? filled(account.days()) : account.days();
        this.profits =
                days.stream().mapToDouble(day -> day.profit().doubleValue()).toArray();
        this.equity = new double[profits.length + 1];
        BigDecimal sum = subject.initialCash();
        equity[0] = sum.doubleValue();
        for (int i = 0; i < days.size(); i++) {
            sum = sum.add(days.get(i).profit());
            equity[i + 1] = sum.doubleValue();
        }
    }

    static RiskFigures of(Subject subject, Instant now) {
        return new Figures(subject).figures(now);
    }

    /** A portfolio knows only the days on which something was closed; the others are days without a result. */
    private static List<Day> filled(List<Day> known) {
        if (known.isEmpty()) {
            return known;
        }
        Map<LocalDate, BigDecimal> results = new HashMap<>();
        known.forEach(day -> results.put(day.day(), day.profit()));
        List<Day> all = new ArrayList<>();
        LocalDate last = known.get(known.size() - 1).day();
        for (LocalDate day = known.get(0).day(); !day.isAfter(last); day = day.plusDays(1)) {
            if (results.containsKey(day) || TradingCalendar.CME_EQUITY.isTradingDay(day)) {
                all.add(new Day(day, results.getOrDefault(day, BigDecimal.ZERO)));
            }
        }
        return all;
    }

    private RiskFigures figures(Instant now) {
        BigDecimal closed = account.days().stream().map(Day::profit).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<String, Double> metrics = new LinkedHashMap<>();
        Map<String, String> undefined = new LinkedHashMap<>();
        metrics(metrics, undefined);
        DayResults results = new DayResults(days);
        boolean none = days.isEmpty();
        return new RiskFigures(
                subject.kind(),
                subject.id(),
                subject.name(),
                now,
                none ? null : days.get(0).day(),
                none ? null : days.get(days.size() - 1).day(),
                days.size(),
                subject.trades(),
                subject.initialCash(),
                subject.initialCash().add(closed).add(account.open()),
                closed,
                metrics,
                undefined,
                fall(),
                tail(),
                results.worstDay(),
                results.bestDay(),
                results.worstWeek(),
                results.bestWeek(),
                results.streaks());
    }

    private void metrics(Map<String, Double> metrics, Map<String, String> undefined) {
        double cash = subject.initialCash().doubleValue();
        double[] returns = new double[profits.length];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = profits[i] / cash;
        }
        ReturnStatistics statistics = ReturnStatistics.of(returns, DAYS_A_YEAR);
        Map<String, Measure> all = new LinkedHashMap<>();
        all.put("sharpe", statistics.sharpe(0));
        all.put("sortino", statistics.sortino());
        all.put("volatility", statistics.volatility());
        all.put("omega", statistics.omega());
        all.put("skewness", statistics.skewness());
        all.put("kurtosis", statistics.kurtosis());
        all.put("autocorrelation", statistics.autocorrelation());
        all.put("tail_ratio", statistics.tailRatio());
        all.put("gain_to_pain", statistics.gainToPain());
        all.put("daily_t", statistics.tStatistic());
        all.forEach((name, measure) -> {
            metrics.put(name, measure.value());
            if (!measure.defined()) {
                undefined.put(name, measure.reason());
            }
        });
        Drawdown drawdown = Drawdown.of(equity);
        metrics.put("total_return", equity[equity.length - 1] / cash - 1);
        metrics.put("ulcer_index", drawdown.ulcer());
        metrics.put("pain_index", drawdown.pain());
    }

    private List<RiskFigures.Tail> tail() {
        return profits.length < FEWEST_OF_A_TAIL
                ? List.of()
                : CONFIDENCES.stream().map(this::tail).toList();
    }

    private RiskFigures.Tail tail(BigDecimal confidence) {
        TailRisk risk =
                HistoricalTail.of(profits, BigDecimal.ONE.subtract(confidence).doubleValue());
        return new RiskFigures.Tail(
                confidence,
                money(risk.valueAtRisk().value()),
                money(risk.expectedShortfall().value()));
    }

    private RiskFigures.Fall fall() {
        Drawdown drawdown = Drawdown.of(equity);
        double last = equity[equity.length - 1];
        double peak = equity[drawdown.lastPeak()];
        return new RiskFigures.Fall(
                money(drawdown.deepest()),
                percent(drawdown.deepestFraction()),
                money(last - peak),
                percent(peak > 0 ? last / peak - 1 : 0),
                drawdown.longest(),
                drawdown.longestOpen(),
                subject.maxDrawdown(),
                subject.maxDrawdownPct());
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(CENTS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal percent(double fraction) {
        return BigDecimal.valueOf(fraction).multiply(HUNDRED).setScale(6, RoundingMode.HALF_EVEN);
    }
}
