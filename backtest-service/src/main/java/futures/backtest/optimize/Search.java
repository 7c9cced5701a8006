package futures.backtest.optimize;

import futures.backtest.optimize.search.CellSpace;
import futures.backtest.optimize.search.Fitness;
import futures.backtest.optimize.search.Searcher;
import futures.backtest.run.Ran;
import futures.backtest.sweep.Pace;
import futures.engine.ParameterGrid;
import futures.engine.Sweep;
import futures.wire.backtest.SweepRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leads a search: asks the method, runs what has not been run, and tells it what came of all, in order. What a log knows from an earlier
 * process is not run again, so that a search that was broken off goes the same way to the same end.
 */
final class Search {
    /** So often may a method that learns name only what it named before; then it has converged. */
    private static final int MOST_KNOWN = 30;

    private final SearchPlan plan;
    private final Evaluator evaluator;
    private final RowLog log;
    private final Pace pace;
    /** Of methods that learn, which may name a cell again. */
    private final Map<Long, Fitness> known = new HashMap<>();

    private int number;

    Search(SearchPlan plan, Evaluator evaluator, RowLog log, Pace pace) {
        this.plan = plan;
        this.evaluator = evaluator;
        this.log = log;
        this.pace = pace;
    }

    /** @return combinations that it has, those of an earlier process too */
    int run() throws InterruptedException {
        Searcher searcher = plan.method().searcher(plan.space(), plan.trials(), plan.seed());
        int stale = 0;
        while (number < plan.trials() && stale < MOST_KNOWN) {
            long[] asked = searcher.ask(Math.min(plan.method().batch(), plan.trials() - number));
            if (asked.length == 0) {
                break;
            }
            Set<Long> fresh = new LinkedHashSet<>();
            Arrays.stream(asked).filter(cell -> !known.containsKey(cell)).forEach(fresh::add);
            stale = fresh.isEmpty() ? stale + 1 : 0;
            Map<Long, Fitness> found =
                    batch(fresh.stream().mapToLong(Long::longValue).toArray());
            if (plan.method().learns()) {
                known.putAll(found);
            }
            List<Fitness> answer = new ArrayList<>();
            for (long cell : asked) {
                answer.add(found.containsKey(cell) ? found.get(cell) : known.get(cell));
            }
            searcher.tell(answer);
        }
        return number;
    }

    private Map<Long, Fitness> batch(long[] cells) throws InterruptedException {
        int first = number;
        Fitness[] found = new Fitness[cells.length];
        log.between(first, cells.length).forEach((place, fitness) -> found[place - first] = fitness);
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            if (found[i] == null) {
                missing.add(i);
            }
        }
        if (!missing.isEmpty()) {
            run(cells, missing, found);
        }
        number += cells.length;
        Map<Long, Fitness> byCell = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            byCell.put(cells[i], found[i]);
        }
        return byCell;
    }

    private void run(long[] cells, List<Integer> missing, Fitness[] found) throws InterruptedException {
        CellSpace space = plan.space();
        Hopeless stop = plan.stop();
        long[] wanted = missing.stream().mapToLong(place -> cells[place]).toArray();
        int first = number;
        try {
            evaluator.run(
                    ParameterGrid.some(space.values(), wanted),
                    stop == null ? Sweep.Stop.NEVER : (index, soFar) -> stop.reason(first + missing.get(index), soFar),
                    ran -> {
                        SweepRow row = ran.row();
                        int place = missing.get(row.number());
                        Fitness fitness = plan.objective().fitness(row.performance());
                        // Each place is written once, and read when all threads have ended.
                        found[place] = fitness;
                        log.add(cells[place], numbered(ran, first + place), fitness);
                        pace.ended(row.state());
                    },
                    pace);
        } finally {
            log.flush();
        }
        pace.tell();
    }

    private static Ran numbered(Ran ran, int number) {
        SweepRow row = ran.row();
        return new Ran(
                new SweepRow(
                        number,
                        row.parameters(),
                        row.state(),
                        row.error(),
                        row.performance(),
                        row.resultHash(),
                        row.findings()),
                ran.dailyProfits());
    }
}
