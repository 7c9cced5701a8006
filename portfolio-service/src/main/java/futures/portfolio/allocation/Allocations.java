package futures.portfolio.allocation;

import futures.kit.http.Problem;
import futures.kit.job.Job;
import futures.kit.job.JobRunner;
import futures.wire.allocation.Allocation;
import futures.wire.allocation.AllocationOrder;
import futures.wire.allocation.AllocationState;
import futures.wire.allocation.AllocationWalk;
import futures.wire.allocation.Frontier;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes allocations, as jobs. */
final class Allocations {
    private static final double FETCHED = 0.3;
    private static final double SHARED = 0.4;
    private static final int MOST_AT_ONCE = 300;

    private final Sources sources;
    private final AllocationStore store;
    private final JobRunner runner;
    private final Intake.Standards standards;
    private final Clock clock;

    Allocations(Sources sources, AllocationStore store, JobRunner runner, Intake.Standards standards, Clock clock) {
        this.sources = sources;
        this.store = store;
        this.runner = runner;
        this.standards = standards;
        this.clock = clock;
    }

    /** @throws Problem 422 for an order that cannot be right, 429 when too many jobs wait */
    Job submit(AllocationOrder order) {
        AllocationOrder complete = Intake.complete(order, standards);
        String id = "al-" + UUID.randomUUID().toString().substring(0, 13);
        return runner.submit(id, "allocation", handle -> {
            Allocation made = allocate(complete, false, handle::progress);
            store.add(id, complete, made, clock.millis());
            handle.href("/api/allocations/" + id);
            return null;
        });
    }

    /** Submits and waits; answers the id. */
    String submitAndWait(AllocationOrder order) throws InterruptedException {
        Job job = submit(order);
        Object ignored = job.awaitResult(Object.class);
        return job.id();
    }

    /**
     * At once and without keeping anything, one after the other.
     *
     * @throws Problem 422 when it would take long
     */
    synchronized AllocationState preview(AllocationOrder order) {
        AllocationOrder complete = Intake.complete(order, standards);
        Allocation made = allocate(complete, true, (fraction, what) -> {});
        return new AllocationState(null, complete.name(), "done", 1, "not kept", null, clock.instant(), complete, made);
    }

    Frontier frontier(AllocationOrder order, int points) {
        AllocationOrder complete = Intake.complete(order, standards);
        return Frontiers.of(new Chosen(complete, fetch(complete, (fraction, what) -> {})), points);
    }

    /** Hears how far it is, 0 to 1. */
    private interface Progress {
        void at(double fraction, String what);
    }

    private Allocation allocate(AllocationOrder order, boolean quick, Progress progress) {
        List<DailyProfits> fetched = fetch(order, progress);
        progress.at(FETCHED, "choosing weights");
        Chosen chosen = new Chosen(order, fetched);
        Walks walks = new Walks(chosen);
        String missing = walks.missing();
        if (quick && missing == null && walks.choices() > MOST_AT_ONCE) {
            throw Problem.unprocessable(
                            "A walk forward with " + walks.choices() + " rebalances takes too long to wait for;"
                                    + " leave out keep=false to begin it as a job, or rebalance less often.")
                    .field("walk_forward.rebalance", order.walkForward().rebalance(), "too often for keep=false");
        }
        AllocationWalk walk = missing != null
                ? null
                : walks.walk((day, days) ->
                        progress.at(SHARED + (1 - SHARED) * day / days, "walking forward, day " + day + " of " + days));
        return new Answers(chosen).with(walk, missing);
    }

    private List<DailyProfits> fetch(AllocationOrder order, Progress progress) {
        List<DailyProfits> fetched = new ArrayList<>();
        for (int i = 0; i < order.results().size(); i++) {
            progress.at(
                    FETCHED * i / order.results().size(),
                    "fetching " + order.results().get(i).name());
            fetched.add(sources.of(order.results().get(i), "results[" + i + "]", order.marginBudget() != null));
        }
        return fetched;
    }
}
