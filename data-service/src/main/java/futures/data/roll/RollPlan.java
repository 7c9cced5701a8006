package futures.data.roll;

import futures.model.Roll;
import futures.model.Timeframe;
import futures.model.roll.RollRule;
import java.util.List;

/**
 * How the calendar of a root comes about.
 *
 * @param months    month codes of the contracts that follow each other; null: the product's active months
 * @param timeframe of the bars that decide and price its rolls; null: the one that most contracts have, of these the finest
 * @param edited    rolls that a user has set; none: all by rule
 * @param goesOn    whether the rule goes on behind edited rolls
 */
public record RollPlan(
        String root,
        SeriesKind kind,
        RollRule rule,
        String months,
        Timeframe timeframe,
        List<Roll> edited,
        boolean goesOn) {
    public RollPlan {
        edited = List.copyOf(edited);
    }

    public static RollPlan byRule(String root, RollRule rule, String months, Timeframe timeframe) {
        return new RollPlan(root, SeriesKind.ofRule(rule), rule, months, timeframe, List.of(), false);
    }

    static RollPlan usual(String root, SeriesKind kind) {
        return byRule(root, kind.usual(), null, null);
    }

    RollPlan withEdited(List<Roll> rolls, boolean ruleGoesOn) {
        return new RollPlan(root, kind, rule, months, timeframe, rolls, ruleGoesOn);
    }
}
