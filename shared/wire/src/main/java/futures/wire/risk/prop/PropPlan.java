package futures.wire.risk.prop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A firm's plan as of a day.
 *
 * @param plan          its name in paths
 * @param checked       the day of which the rules are
 * @param source        where they stand
 * @param uncertain     what is not sure about them; null when nothing was noted
 * @param dayEnds       local time at which the firm's trading day ends
 * @param flattenTime   local time after which nothing may be held until {@code reopens}; null when there is none
 * @param microCountsAs part of a contract that a micro counts as
 * @param rules         all of it in sentences
 */
public record PropPlan(
        String plan,
        String name,
        String firm,
        LocalDate checked,
        String source,
        String uncertain,
        String currency,
        String timeZone,
        String dayEnds,
        String flattenTime,
        String reopens,
        BigDecimal microCountsAs,
        PropAccount evaluation,
        PropAccount funded,
        List<PropRule> rules) {}
