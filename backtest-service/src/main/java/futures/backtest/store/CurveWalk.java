package futures.backtest.store;

import futures.engine.EquityCurve;

/** Through a curve in memory. */
public final class CurveWalk implements EquityWalk {
    private final EquityCurve curve;
    private int bar = -1;

    public CurveWalk(EquityCurve curve) {
        this.curve = curve;
    }

    @Override
    public int bars() {
        return curve.size();
    }

    @Override
    public long initial() {
        return curve.initialMillionths();
    }

    @Override
    public boolean next() {
        return ++bar < curve.size();
    }

    @Override
    public long time() {
        return curve.time(bar);
    }

    @Override
    public long equity() {
        return curve.millionths(bar);
    }
}
