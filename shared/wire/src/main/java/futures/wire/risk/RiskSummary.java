package futures.wire.risk;

import java.util.List;

/**
 * What there is to know about the risk of a portfolio or backtest; computed when it was heard of.
 *
 * @param revision of the limits
 * @param limits   that cover it, as it stands to them now
 * @param alerts   the newest ten
 * @param allAlerts how many there are
 */
public record RiskSummary(
        RiskFigures figures, long revision, List<LimitStanding> limits, List<Alert> alerts, long allAlerts) {}
