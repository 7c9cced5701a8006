package futures.backtest.sensitivity;

import futures.kit.http.Problem;
import futures.marketdata.RollChoice;
import futures.model.Adjustment;
import futures.model.ContinuousSymbol;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.RollSensitivityOrder;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which ways of rolling are to be compared.
 *
 * @param series of the product; rule and adjustment are the runs'
 */
record RollPlan(ContinuousSymbol series, List<RollChoice> rules, List<Adjustment> adjustments) {
    private static final int MOST_RUNS = 60;
    private static final List<RollChoice> USUAL = List.of(
            new RollChoice("volume", null),
            new RollChoice("open_interest", null),
            new RollChoice("days_before_expiry", 1),
            new RollChoice("days_before_expiry", 3),
            new RollChoice("days_before_expiry", 5),
            new RollChoice("days_before_expiry", 8),
            new RollChoice("first_notice", 1));
    private static final List<String> RULES =
            List.of("volume", "open_interest", "days_before_expiry", "fixed_day", "first_notice");

    /** @throws Problem 400 or 422 with the field */
    static RollPlan of(RollSensitivityOrder order) {
        BacktestOrder backtest = order.backtest();
        if (backtest == null) {
            throw Problem.badRequest("The body needs 'backtest', an order of one strategy.")
                    .field("backtest", null, "missing");
        }
        if (backtest.strategies() != null || backtest.symbol() == null) {
            throw Problem.badRequest(
                            "The roll sensitivity is of one strategy in one market: give strategy_name and symbol.")
                    .field("backtest", null, "must have strategy_name and symbol, and no strategies");
        }
        if (backtest.recordToPortfolio()) {
            throw Problem.badRequest("The runs are compared and not kept; leave record_to_portfolio out.")
                    .field("backtest.record_to_portfolio", true, "not here");
        }
        ContinuousSymbol series = ContinuousSymbol.parse(backtest.symbol())
                .or(() -> ContinuousSymbol.parse(backtest.symbol() + ".v.0"))
                .orElseThrow(
                        () -> Problem.badRequest("'" + backtest.symbol() + "' is no product with dated contracts; give"
                                        + " one such as ES, or a series such as ES.v.0.")
                                .field("backtest.symbol", backtest.symbol(), "neither product nor continuous series"));
        List<RollChoice> rules = order.rules() == null || order.rules().isEmpty()
                ? USUAL
                : order.rules().stream().map(RollPlan::rule).distinct().toList();
        List<Adjustment> adjustments =
                order.adjustments() == null || order.adjustments().isEmpty()
                        ? List.of(Adjustment.values())
                        : order.adjustments().stream()
                                .map(RollPlan::adjustment)
                                .distinct()
                                .toList();
        if (rules.size() * adjustments.size() > MOST_RUNS) {
            throw Problem.unprocessable("These are " + rules.size() * adjustments.size() + " runs; ask for " + MOST_RUNS
                            + " at most.")
                    .field("rules", rules.size(), "too many with " + adjustments.size() + " adjustments");
        }
        return new RollPlan(series, rules, adjustments);
    }

    private static RollChoice rule(RollSensitivityOrder.Rule rule) {
        if (rule == null) {
            throw Problem.badRequest("A rule is an object such as {\"rule\": \"volume\"}.")
                    .field("rules", null, "null");
        }
        if (rule.rule() == null || !RULES.contains(rule.rule())) {
            throw Problem.badRequest(
                            "'" + rule.rule() + "' is no rule of rolling; there are " + String.join(", ", RULES) + ".")
                    .field("rules", rule.rule(), "one of " + String.join(", ", RULES));
        }
        boolean byDays = RULES.indexOf(rule.rule()) > 1;
        if (byDays == (rule.days() == null)) {
            throw Problem.badRequest("The rule " + rule.rule() + (byDays ? " needs 'days'." : " takes no 'days'."))
                    .field("rules", rule.days(), byDays ? "days are missing" : "no days here");
        }
        return new RollChoice(rule.rule(), rule.days());
    }

    private static Adjustment adjustment(String name) {
        return Stream.of(Adjustment.values())
                .filter(one -> name(one).equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Problem.badRequest("'" + name + "' is no adjustment; there are none, diff and ratio.")
                                .field("adjustments", name, "one of none, diff, ratio"));
    }

    static String name(Adjustment adjustment) {
        return switch (adjustment) {
            case NONE -> "none";
            case DIFFERENCE -> "diff";
            case RATIO -> "ratio";
        };
    }

    int runs() {
        return rules.size() * adjustments.size();
    }
}
