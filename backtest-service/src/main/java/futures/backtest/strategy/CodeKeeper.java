package futures.backtest.strategy;

/** Keeps the code of versions that were run, so that an old result can be shown with it and run again. */
public interface CodeKeeper {
    /** Forgets everything. */
    CodeKeeper NONE = (strategy, kind, hash, source) -> {};

    /** Called whenever a run takes a version; the same one comes often. */
    void keep(String strategy, String kind, String hash, StrategySource source);
}
