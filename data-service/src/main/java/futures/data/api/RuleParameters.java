package futures.data.api;

import futures.data.roll.RuleNames;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.model.roll.RollRule;
import java.util.Optional;

/** A rule of rolling in a request. */
final class RuleParameters {
    private static final int USUAL_DAYS_BEFORE_EXPIRY = 5;
    private static final int USUAL_DAYS_BEFORE_NOTICE = 1;

    private RuleParameters() {}

    static Param rules() {
        return Param.choice("volume", "open_interest", "days_before_expiry", "fixed_day", "first_notice");
    }

    static Param days() {
        return Param.integer(0, 250);
    }

    /** For bars of a continuous series. */
    static Route declare(Route route) {
        return route.query(
                        "roll_rule",
                        rules(),
                        "only of a continuous series: joined by this rule instead of by the calendar that is kept")
                .query("roll_days", days(), "of the rule");
    }

    /** The rule of a request for bars; empty: the calendar that is kept. */
    static Optional<RollRule> ofBars(Request request) {
        if (!request.has("roll_rule")) {
            return Optional.empty();
        }
        return Optional.of(rule(request, "roll_rule", "roll_days"));
    }

    /** @throws Problem 422 for days that the rule does not take, or that are missing */
    static RollRule rule(Request request, String name, String days) {
        String rule = request.text(name);
        Integer given = request.has(days) ? (Integer) request.integer(days) : usualDays(rule);
        try {
            return RuleNames.rule(rule, given);
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(e.getMessage() + ".").field(days, given, e.getMessage());
        }
    }

    private static Integer usualDays(String rule) {
        return switch (rule) {
            case "days_before_expiry" -> USUAL_DAYS_BEFORE_EXPIRY;
            case "first_notice" -> USUAL_DAYS_BEFORE_NOTICE;
            default -> null;
        };
    }
}
