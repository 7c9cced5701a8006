package futures.wire.risk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What positions would gain or lose. */
public record StressAnswer(List<Position> positions, List<Outcome> outcomes) {
    /**
     * A position as it stands.
     *
     * @param price     of now
     * @param value     price * point value * contracts, signed
     * @param deviation of a day's change, points; null when it is not asked for or not known
     */
    public record Position(
            String symbol,
            int quantity,
            BigDecimal price,
            BigDecimal pointValue,
            String currency,
            BigDecimal value,
            BigDecimal deviation) {}

    /**
     * A scenario or a day.
     *
     * @param date   null for a scenario
     * @param profit by currency; null when a position's move is not known, because a sum without it would be too good
     */
    public record Outcome(String name, LocalDate date, Map<String, BigDecimal> profit, List<Row> rows) {}

    /**
     * One position in it.
     *
     * @param change      of the price, points
     * @param profit      at the close
     * @param worstInside the worst within the day; null for a scenario
     * @param reason      why there is no move; absent when there is
     */
    public record Row(
            String symbol,
            BigDecimal change,
            BigDecimal profit,
            BigDecimal worstInside,
            @JsonInclude(JsonInclude.Include.NON_NULL) String reason) {}
}
