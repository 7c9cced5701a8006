package futures.wire.risk;

import java.math.BigDecimal;
import java.util.List;

/**
 * Whether an order may be sent.
 *
 * @param approved no limit is passed, or it only closes
 * @param closes   contracts that it takes off the position
 * @param opens    contracts that it adds
 * @param risk     costs of the order, and what it loses more if its stop fills at its price; account currency
 * @param revision of the limits
 * @param reasons  why it is refused; empty when it is approved
 * @param checked  every limit that covers it, as it would stand with the order carried out; empty when it only closes
 */
public record CheckAnswer(
        boolean approved,
        int closes,
        int opens,
        BigDecimal risk,
        long revision,
        List<Reason> reasons,
        List<Checked> checked) {

    /** @param value in the limit's unit, with what the stop would lose; null when it is not known */
    public record Reason(LimitRow limit, BigDecimal value, String reason) {}

    /**
     * @param value     in the limit's unit, without what the stop would lose; null when undefined
     * @param distance  limit less value
     * @param undefined why the value is null; null when it is not
     */
    public record Checked(LimitRow limit, BigDecimal value, BigDecimal distance, String undefined) {}
}
