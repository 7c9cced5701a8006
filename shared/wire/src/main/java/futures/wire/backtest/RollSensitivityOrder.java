package futures.wire.backtest;

import java.util.List;

/**
 * Body of {@code POST /api/roll-sensitivities}: one backtest under several rules of rolling and adjustments.
 *
 * @param backtest    an order of one strategy, whose {@code symbol} is a product with dated contracts ({@code ES}) or one of its
 *                    continuous series ({@code ES.v.0}), of which the number behind the front is kept
 * @param rules       null: volume, open interest, 1, 3, 5 and 8 days before expiry, first notice
 * @param adjustments of {@code none}, {@code diff} and {@code ratio}; null: all three
 */
public record RollSensitivityOrder(BacktestOrder backtest, List<Rule> rules, List<String> adjustments) {
    /**
     * How to roll, in the words of the data service.
     *
     * @param rule {@code volume}, {@code open_interest}, {@code days_before_expiry}, {@code fixed_day} or {@code first_notice}
     * @param days of the last three
     */
    public record Rule(String rule, Integer days) {}
}
