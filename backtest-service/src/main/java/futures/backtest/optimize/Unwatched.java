package futures.backtest.optimize;

import futures.kit.job.JobHandle;

/** Stands in for a job where runs are none. */
enum Unwatched implements JobHandle {
    HANDLE;

    @Override
    public String id() {
        return "";
    }

    @Override
    public void progress(double fraction, String message) {
        // Nobody watches.
    }

    @Override
    public void progress(double fraction, String message, Double secondsLeft, Object details) {
        // Nobody watches.
    }

    @Override
    public boolean cancelled() {
        return false;
    }

    @Override
    public void href(String href) {
        // There is no result.
    }
}
