package futures.backtest.optimize;

import futures.backtest.optimize.search.Fitness;
import futures.backtest.run.Ran;
import futures.backtest.store.SearchedDays;
import futures.backtest.store.SearchedRow;
import futures.backtest.store.SearchedRowStore;
import futures.wire.backtest.FindingRow;
import futures.wire.backtest.SweepRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stores rows as they come, some at a time; a process that is killed loses those of a second. */
final class StoredRows implements RowLog {
    private static final int MOST_WAITING = 1_000;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final SearchedRowStore store;
    private final String id;
    private final Objective objective;
    private final Clock clock;
    private final Chosen chosen;
    /** Of those whose daily profits are stored: whether it is one of the best, and one of those drawn. */
    private final Map<Integer, Marks> kept = new HashMap<>();

    private final List<SearchedRow> waiting = new ArrayList<>();
    private final Map<Integer, double[]> profits = new HashMap<>();
    private Instant stored;

    private record Marks(boolean best, boolean drawn) {}

    StoredRows(SearchedRowStore store, String id, SearchPlan plan, Clock clock) {
        this.store = store;
        this.id = id;
        this.objective = plan.objective();
        this.clock = clock;
        this.chosen = plan.stop() == null
                ? new Chosen(plan.seed())
                : new Chosen(plan.seed(), plan.stop().mostLot());
        this.stored = clock.instant();
        for (SearchedDays days : store.days(id)) {
            store.find(id, days.number()).ifPresent(this::offer);
            kept.put(days.number(), new Marks(days.best(), days.drawn()));
        }
    }

    private void offer(SearchedRow row) {
        chosen.offer(row.number(), row.score() == null ? Double.NaN : row.score(), row.violation());
    }

    @Override
    public Map<Integer, Fitness> between(int first, int count) {
        Map<Integer, Fitness> found = new HashMap<>();
        store.between(id, first, count).forEach(row -> found.put(row.number(), objective.fitness(row.performance())));
        return found;
    }

    @Override
    public synchronized void add(long cell, Ran ran, Fitness fitness) {
        SweepRow row = ran.row();
        waiting.add(new SearchedRow(
                row.number(),
                cell,
                row.state(),
                row.error(),
                fitness.valued() ? (Double) fitness.values()[0] : null,
                fitness.violation(),
                row.performance(),
                row.resultHash(),
                row.findings().stream().map(FindingRow::key).toList()));
        if (row.state().equals("done")) {
            profits.put(row.number(), ran.dailyProfits());
        }
        if (waiting.size() >= MOST_WAITING
                || Duration.between(stored, clock.instant()).compareTo(LONGEST) >= 0) {
            flush();
        }
    }

    @Override
    public synchronized void flush() {
        stored = clock.instant();
        if (waiting.isEmpty()) {
            return;
        }
        waiting.stream().filter(row -> profits.containsKey(row.number())).forEach(this::offer);
        Set<Integer> best = chosen.best();
        Set<Integer> drawn = chosen.drawn();
        List<Integer> gone = kept.keySet().stream()
                .filter(number -> !best.contains(number) && !drawn.contains(number))
                .toList();
        gone.forEach(kept::remove);
        List<SearchedDays> marked = new ArrayList<>();
        List<SearchedDays> fresh = new ArrayList<>();
        chosen.all().forEach(number -> {
            Marks now = new Marks(best.contains(number), drawn.contains(number));
            Marks before = kept.put(number, now);
            if (before == null) {
                fresh.add(new SearchedDays(number, now.best(), now.drawn(), profits.get(number)));
            } else if (!before.equals(now)) {
                marked.add(new SearchedDays(number, now.best(), now.drawn(), new double[0]));
            }
        });
        store.add(id, new SearchedRowStore.Batch(List.copyOf(waiting), fresh, marked, gone));
        waiting.clear();
        profits.clear();
    }
}
