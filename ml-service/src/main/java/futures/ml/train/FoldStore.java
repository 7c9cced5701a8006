package futures.ml.train;

/** Keeps what was fitted of a training's folds, so that it goes on behind them after a restart. */
public interface FoldStore {
    /** Keeps nothing. */
    FoldStore NONE = new FoldStore() {
        @Override
        public KeptFold find(int fold) {
            return null;
        }

        @Override
        public void keep(int fold, KeptFold kept) {}
    };

    /** Null when nothing was kept of it. */
    KeptFold find(int fold);

    void keep(int fold, KeptFold kept);
}
