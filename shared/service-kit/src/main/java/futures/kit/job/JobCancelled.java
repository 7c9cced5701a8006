package futures.kit.job;

/** Thrown inside a job's work when it was cancelled or ran out of time. */
public final class JobCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobCancelled(String message) {
        super(message, null, false, false);
    }
}
