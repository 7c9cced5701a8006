package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What a portfolio's profit and its deepest fall are made of. The groups' {@code net} come to {@code net}, their
 * {@code drawdown_share} to {@code max_drawdown}, to the cent.
 *
 * @param by          what the groups are
 * @param net         change of cash since the start
 * @param maxDrawdown deepest fall of cash from a peak, the start included, zero or negative
 * @param peakTime    of what made the peak; null when it is the start
 * @param bottomTime  of what made the bottom; null when cash never fell
 * @param groups      days and months in their order, others by net, the highest first
 * @param notes       what had to be assumed
 */
public record Attribution(
        String by,
        BigDecimal net,
        BigDecimal maxDrawdown,
        Instant peakTime,
        Instant bottomTime,
        List<ProfitGroup> groups,
        List<String> notes) {}
