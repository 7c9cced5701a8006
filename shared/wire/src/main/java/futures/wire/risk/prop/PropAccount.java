package futures.wire.risk.prop;

import java.math.BigDecimal;

/**
 * Rules of one account; what there is not is null.
 *
 * @param trail           static, end_of_day, intraday_peak, realised
 * @param dailyLossAction off, flatten, fail
 * @param maximumContracts of all steps
 */
public record PropAccount(
        BigDecimal startBalance,
        BigDecimal maxLoss,
        String trail,
        BigDecimal lock,
        BigDecimal dailyLoss,
        String dailyLossAction,
        BigDecimal target,
        BigDecimal consistency,
        String consistencyAction,
        int minimumDays,
        Integer maximumDays,
        BigDecimal maximumContracts) {}
