package futures.backtest.luck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the many tries of a sweep or search some hundred at a time, each lot in one transaction. Safe for use by several threads. */
public final class TrialBatch implements AutoCloseable {
    private static final int LOT = 500;

    private final TrialLedger ledger;
    private final TrialSubject subject;
    private final Map<String, Object> fixed;
    private List<Trial> waiting = new ArrayList<>();

    /** @param fixed parameters that are the same in all tries, over which those of each try go */
    public TrialBatch(TrialLedger ledger, TrialSubject subject, Map<String, Object> fixed) {
        this.ledger = ledger;
        this.subject = subject;
        this.fixed = fixed;
    }

    /** @param profits change of equity over each trading day; empty for a try without a result */
    public void add(Map<String, Object> parameters, double[] profits) {
        Map<String, Object> all = new HashMap<>(fixed);
        all.putAll(parameters);
        List<Trial> lot = null;
        synchronized (this) {
            waiting.add(new Trial(all, profits));
            if (waiting.size() >= LOT) {
                lot = waiting;
                waiting = new ArrayList<>();
            }
        }
        if (lot != null) {
            ledger.record(subject, lot);
        }
    }

    /** Counts those that are left, of a search that was stopped too. */
    @Override
    public void close() {
        List<Trial> lot;
        synchronized (this) {
            lot = waiting;
            waiting = new ArrayList<>();
        }
        ledger.record(subject, lot);
    }
}
