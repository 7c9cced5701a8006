package futures.risk.summary;

import com.fasterxml.jackson.annotation.JsonRawValue;
import futures.wire.risk.Alert;
import java.util.List;

/** {@link futures.wire.risk.RiskSummary} with its large parts as they are stored: nothing of them is read to be answered. */
record ReadySummary(
        @JsonRawValue String figures,
        long revision,
        @JsonRawValue String limits,
        List<Alert> alerts,
        long allAlerts) {}
