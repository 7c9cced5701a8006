package futures.backtest.store;

import futures.engine.MarginChange;
import java.util.List;

/** Through the changes of bound margin as through equity: the margin in place of the equity, and 0 at the start. */
public final class ChangeWalk implements EquityWalk {
    private final List<MarginChange> changes;
    private int at = -1;

    public ChangeWalk(List<MarginChange> changes) {
        this.changes = changes;
    }

    @Override
    public int bars() {
        return changes.size();
    }

    @Override
    public long initial() {
        return 0;
    }

    @Override
    public boolean next() {
        return ++at < changes.size();
    }

    @Override
    public long time() {
        return changes.get(at).time();
    }

    @Override
    public long equity() {
        return changes.get(at).millionths();
    }
}
