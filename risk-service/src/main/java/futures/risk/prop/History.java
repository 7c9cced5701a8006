package futures.risk.prop;

import futures.analytics.propfirm.DayPath;
import java.util.List;

/**
 * What is replayed and drawn from.
 *
 * @param backtest id; null for days that came with the request
 * @param trips    null when they are not known
 * @param notes    what it leaves open
 */
record History(String backtest, List<FirmDay> days, List<Trip> trips, List<String> notes) {
    List<DayPath> paths() {
        return days.stream().map(FirmDay::path).toList();
    }

    /** By day, in millionths. */
    double[] profits() {
        return days.stream().mapToDouble(day -> (double) day.path().close()).toArray();
    }

    /** Most contracts of all days; null when not known. */
    Double contracts() {
        double most = days.stream().mapToDouble(FirmDay::contracts).max().orElse(-1);
        return most < 0 ? null : most;
    }
}
