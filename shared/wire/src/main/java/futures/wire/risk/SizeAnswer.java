package futures.wire.risk;

import java.math.BigDecimal;

/**
 * How many whole contracts, and why no more.
 *
 * @param contracts       0 is an answer: one would be too many
 * @param boundBy         {@code risk} (the rule itself), {@code margin} or {@code limit}
 * @param because         the same in a sentence with its numbers
 * @param byRule          what the rule alone would allow
 * @param byMargin        what initial margin would allow; null when it is not known or left out
 * @param byLimit         what the limit would allow; null without one
 * @param lossAtStop      of one contract, costs included; null where no stop is asked for
 * @param riskMoney       of all contracts when the stop is hit at its price; null as above
 * @param riskFraction    of equity
 * @param marginPerContract null when it is not known or left out
 * @param margin          of all contracts
 * @param fullFraction    Kelly or optimal f as computed; null for other methods
 * @param usedFraction    after the share and the cap
 * @param contract        what one is worth
 */
public record SizeAnswer(
        int contracts,
        String boundBy,
        String because,
        int byRule,
        Integer byMargin,
        Integer byLimit,
        BigDecimal lossAtStop,
        BigDecimal riskMoney,
        BigDecimal riskFraction,
        BigDecimal marginPerContract,
        BigDecimal margin,
        Double fullFraction,
        BigDecimal usedFraction,
        Terms contract) {
    /** Of the data service. */
    public record Terms(
            String symbol, BigDecimal tickSize, BigDecimal tickValue, BigDecimal pointValue, String currency) {}
}
