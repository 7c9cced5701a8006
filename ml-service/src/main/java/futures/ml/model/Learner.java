package futures.ml.model;

/** Fits models. Immutable, and safe for several threads. */
public interface Learner {
    /** Asked between steps of a fit, at least every few hundred milliseconds of it; what it throws ends the fit. */
    @FunctionalInterface
    interface Pause {
        /** For fits that nobody ends. */
        Pause NONE = () -> {};

        void pass();
    }

    Task task();

    /**
     * @param seed of what is drawn; the same one gives the same model
     * @throws IllegalArgumentException for a sample that cannot be learnt from, with the reason
     */
    FittedModel fit(Sample sample, long seed, Pause pause);
}
