package futures.kit.job;

/** The work of a job. */
@FunctionalInterface
public interface JobWork {
    /** @return what the job found, for its status; may be null */
    Object run(JobHandle handle) throws Exception;
}
