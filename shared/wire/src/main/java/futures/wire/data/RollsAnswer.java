package futures.wire.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Roll calendars, by root and series. */
public record RollsAnswer(List<Calendar> calendars) {
    /**
     * When the front contract of a root changes.
     *
     * @param root        product, e.g. {@code ES}; {@code ES-SYNTH} of made-up contracts
     * @param series      {@code v} volume, {@code n} open interest, {@code c} by dates
     * @param rule        volume, open_interest, days_before_expiry, fixed_day, first_notice
     * @param days        of the rule; null for the first two
     * @param months      month codes of its contracts; null: the active months of the product
     * @param timeframe   of the bars that decide and price; null: the one that most contracts have, of these the finest
     * @param first       front contract before the first roll
     * @param provenance  in words
     * @param editedRolls so many of the first rolls were set by a user
     * @param goesOn      whether the rule goes on behind them
     * @param builtAt     null when it is not kept
     * @param revision    changes with the rolls, and only with them; header {@code X-Rolls-Revision} of bars says the same
     */
    public record Calendar(
            String root,
            String series,
            String rule,
            Integer days,
            String months,
            String timeframe,
            String first,
            List<RollRow> rolls,
            List<String> warnings,
            String provenance,
            int editedRolls,
            boolean goesOn,
            Instant builtAt,
            String revision) {}

    /**
     * @param time       from which the new contract counts
     * @param tradingDay that begins then
     * @param spread     how much higher the new contract stood
     */
    public record RollRow(
            Instant time,
            LocalDate tradingDay,
            String from,
            String to,
            BigDecimal oldPrice,
            BigDecimal newPrice,
            BigDecimal spread) {}
}
