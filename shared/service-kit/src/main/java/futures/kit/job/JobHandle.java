package futures.kit.job;

/** What a job's work is given. */
public interface JobHandle {
    String id();

    /**
     * Tells how far it is. Cheap: call it as often as convenient.
     *
     * @param fraction 0 to 1
     * @throws JobCancelled when it should stop
     */
    void progress(double fraction, String message);

    /**
     * As the other, with more than a fraction.
     *
     * @param secondsLeft the work's own estimate; null when it has none, then one is made from the fraction
     * @param details     what this kind of work tells of itself, shown in its status; may be null
     */
    void progress(double fraction, String message, Double secondsLeft, Object details);

    /** True when it was cancelled, ran out of time, or the service is stopping. */
    boolean cancelled();

    /** Where the result can be read. */
    void href(String href);
}
