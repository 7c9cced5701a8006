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

    /** True when it was cancelled, ran out of time, or the service is stopping. */
    boolean cancelled();

    /** Where the result can be read. */
    void href(String href);
}
