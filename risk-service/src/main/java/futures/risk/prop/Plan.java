package futures.risk.prop;

import futures.analytics.propfirm.Fees;
import futures.analytics.propfirm.FirmPlan;
import futures.analytics.propfirm.PayoutRules;
import futures.analytics.propfirm.TrailBasis;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * A plan of the file.
 *
 * @param dayEnds     local time of {@code zone}
 * @param flattenTime null when positions may be held
 * @param heldFails   whether holding past it fails the account
 * @param micros      products that count as {@code microCountsAs} of a contract
 */
record Plan(
        String id,
        String name,
        String firm,
        LocalDate checked,
        String source,
        String uncertain,
        String currency,
        ZoneId zone,
        LocalTime dayEnds,
        LocalTime flattenTime,
        LocalTime reopens,
        boolean heldFails,
        double microCountsAs,
        Set<String> micros,
        PlanStage evaluation,
        PlanStage funded,
        Fees fees,
        PayoutRules payouts) {

    FirmPlan rules() {
        return new FirmPlan(evaluation.rules(), funded.rules(), fees, payouts);
    }

    PlanStage stage(boolean ofFunded) {
        return ofFunded ? funded : evaluation;
    }

    /** With the daily limit of both accounts switched; null leaves them. */
    Plan with(DailyLoss action) {
        return action == null
                ? this
                : new Plan(
                        id,
                        name,
                        firm,
                        checked,
                        source,
                        uncertain,
                        currency,
                        zone,
                        dayEnds,
                        flattenTime,
                        reopens,
                        heldFails,
                        microCountsAs,
                        micros,
                        evaluation.with(action),
                        funded.with(action),
                        fees,
                        payouts);
    }

    /** Whether a floor follows what was closed; otherwise the points of days follow equity. */
    boolean followsRealised() {
        return evaluation.rules().trail() == TrailBasis.REALISED
                || funded.rules().trail() == TrailBasis.REALISED;
    }

    double weight(String product) {
        return micros.contains(product) ? microCountsAs : 1;
    }
}
