package futures.backtest.run;

import futures.backtest.order.FillChoices;
import futures.backtest.store.CurveWalk;
import futures.backtest.store.EquityThinning;
import futures.backtest.store.Millionths;
import futures.engine.EquityCurve;
import futures.engine.JointResult;
import futures.engine.ProfitInterval;
import futures.engine.finding.Finding;
import futures.engine.finding.Severity;
import futures.wire.backtest.BacktestAnswer;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.DeflatedSharpe;
import futures.wire.backtest.EquityPoint;
import futures.wire.backtest.FindingRow;
import futures.wire.backtest.Interval;
import futures.wire.backtest.JointAnswer;
import futures.wire.backtest.Period;
import futures.wire.backtest.TradeRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Puts an outcome into the words of the wire. */
final class Answers {
    private static final List<String> SEVERITIES = Stream.of(Severity.values())
            .map(severity -> severity.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final int EQUITY_POINTS_INLINE = 1_000;

    private final String id;
    private final BacktestOrder order;
    private final Outcome outcome;
    private final DataGrades grades;
    private final int mostTrades;
    private final List<String> warnings = new ArrayList<>();
    private final List<FindingRow> further = new ArrayList<>();
    private Interval interval;
    private DeflatedSharpe deflated;
    private String portfolioId;

    /** @param mostTrades an answer with more leaves them to {@code /trades} */
    Answers(String id, BacktestOrder order, Outcome outcome, DataGrades grades, int mostTrades) {
        this.id = id;
        this.order = order;
        this.outcome = outcome;
        this.grades = grades;
        this.mostTrades = mostTrades;
        if (FillChoices.atTheSameClose(order)) {
            warn("fill_timing same_close fills orders at the close that the strategy acted on, which no market gives;"
                    + " the result is for comparison with other tools only.");
        }
        outcome.warnings().forEach(this::warn);
        grades.warnings().forEach(this::warn);
        if (!inline()) {
            warn(outcome.trips().size() + " round trips are more than limits.result_rows allows in one answer; read"
                    + " them from /api/backtests/" + id + "/trades.");
        }
    }

    void recorded(String portfolio) {
        portfolioId = portfolio;
    }

    void within(ProfitInterval found) {
        interval = new Interval(
                Figures.money(found.pessimistic()), Figures.money(found.optimistic()), outcome.ambiguousBars());
    }

    void deflated(DeflatedSharpe found) {
        deflated = found;
    }

    void find(List<FindingRow> rows) {
        further.addAll(rows);
    }

    void warn(String text) {
        warnings.add(text);
    }

    private boolean inline() {
        return outcome.trips().size() <= mostTrades;
    }

    /** Without trades and equity, which are stored apart. */
    Object summary() {
        return outcome instanceof JointOutcome joint ? joint(joint) : single((SingleOutcome) outcome, null, null);
    }

    /** For the one who waited; a joint run leaves trades and equity to their routes. */
    Object whole() {
        return outcome instanceof JointOutcome joint
                ? joint(joint)
                : single(
                        (SingleOutcome) outcome,
                        hasTrades() ? outcome.tradeRows().toList() : null,
                        curve());
    }

    /** Whether {@link #whole} has the round trips. */
    boolean hasTrades() {
        return !(outcome instanceof JointOutcome) && inline();
    }

    private BacktestAnswer single(SingleOutcome single, List<TradeRow> withTrades, List<EquityPoint> withEquity) {
        Figures figures = Figures.of(outcome);
        return new BacktestAnswer(
                id,
                order.strategyName(),
                order.symbol(),
                single.market().contract().symbol(),
                period(single.result().manifest().firstBar()),
                figures.performance(),
                figures.undefined(),
                Figures.metrics(outcome),
                Figures.costs(outcome.costs()),
                Configuration.of(order, single.result().manifest(), single.currency()),
                outcome.manifest(),
                outcome.hash(),
                portfolioId,
                portfolioId == null ? 0 : outcome.trips().size(),
                grades.worst(),
                grades.all(),
                outcome.rolls(),
                interval,
                deflated,
                findings(),
                List.copyOf(warnings),
                withTrades,
                withEquity);
    }

    private JointAnswer joint(JointOutcome joint) {
        JointResult result = joint.result();
        Figures figures = Figures.of(outcome);
        return new JointAnswer(
                id,
                joint.markets().stream().map(market -> market.bars().symbol()).toList(),
                period(result.manifest().firstBar()),
                figures.performance(),
                figures.undefined(),
                Figures.metrics(outcome),
                StrategyLines.of(result),
                Figures.costs(outcome.costs()),
                Configuration.of(order, result.manifest()),
                outcome.manifest(),
                outcome.hash(),
                portfolioId,
                portfolioId == null ? 0 : outcome.trips().size(),
                grades.worst(),
                grades.all(),
                outcome.rolls(),
                interval,
                deflated,
                findings(),
                List.copyOf(warnings));
    }

    private Period period(long firstBar) {
        EquityCurve equity = outcome.equity();
        return new Period(
                Instant.ofEpochMilli(firstBar), Instant.ofEpochMilli(equity.time(equity.size() - 1)), equity.size());
    }

    private List<FindingRow> findings() {
        return Stream.of(
                        outcome.findings().stream().map(Answers::finding), grades.findings().stream(), further.stream())
                .flatMap(rows -> rows)
                .sorted(Comparator.comparing((FindingRow row) -> SEVERITIES.indexOf(row.severity()))
                        .reversed())
                .toList();
    }

    static FindingRow finding(Finding finding) {
        return new FindingRow(
                finding.key(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.sentence(),
                finding.remedy());
    }

    /** Equity of {@link #whole}; null when that has none. */
    List<EquityPoint> curve() {
        if (outcome instanceof JointOutcome) {
            return null;
        }
        List<EquityPoint> points = new ArrayList<>();
        try {
            EquityThinning.walk(
                    new CurveWalk(outcome.equity()),
                    EQUITY_POINTS_INLINE,
                    (time, equity, drawdown) -> points.add(new EquityPoint(
                            Instant.ofEpochMilli(time), Millionths.money(equity), Millionths.money(drawdown))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return points;
    }
}
