package futures.data.api;

import futures.kit.job.JobStatus;
import java.util.List;

/** Imports of this process and those that an earlier one did not end. */
record ImportList(List<JobStatus> imports) {}
