package futures.data.roll;

import futures.model.roll.RollRule;

/** Roll rules by name and number, as requests and the store have them. */
public final class RuleNames {
    private RuleNames() {}

    /**
     * @param days null: none was given
     * @throws IllegalArgumentException for an unknown name, a number that the rule does not take, or one that is missing
     */
    public static RollRule rule(String name, Integer days) {
        boolean byDays = !name.equals("volume") && !name.equals("open_interest");
        if (!byDays && days != null) {
            throw new IllegalArgumentException("the rule " + name + " takes no days");
        }
        if (byDays && days == null) {
            throw new IllegalArgumentException("the rule " + name + " needs days");
        }
        return switch (name) {
            case "volume" -> new RollRule.VolumeCrossover();
            case "open_interest" -> new RollRule.OpenInterestCrossover();
            case "days_before_expiry" -> new RollRule.DaysBeforeExpiry(days);
            case "fixed_day" -> new RollRule.FixedDay(days);
            case "first_notice" -> new RollRule.DaysBeforeFirstNotice(days);
            default -> throw new IllegalArgumentException("there is no rule " + name);
        };
    }

    public static String name(RollRule rule) {
        if (rule instanceof RollRule.VolumeCrossover) {
            return "volume";
        }
        if (rule instanceof RollRule.OpenInterestCrossover) {
            return "open_interest";
        }
        if (rule instanceof RollRule.DaysBeforeExpiry) {
            return "days_before_expiry";
        }
        return rule instanceof RollRule.FixedDay ? "fixed_day" : "first_notice";
    }

    /** Null for rules without. */
    public static Integer days(RollRule rule) {
        if (rule instanceof RollRule.DaysBeforeExpiry before) {
            return before.days();
        }
        if (rule instanceof RollRule.DaysBeforeFirstNotice before) {
            return before.days();
        }
        return rule instanceof RollRule.FixedDay fixed ? (Integer) fixed.dayOfMonth() : null;
    }
}
