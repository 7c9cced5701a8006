package futures.risk.prop;

import futures.analytics.propfirm.AccountRules;
import futures.wire.risk.prop.PropAccount;
import futures.wire.risk.prop.PropPlan;
import java.math.BigDecimal;
import java.util.Locale;

/** Plans as they are answered. */
final class PlanAnswers {
    private PlanAnswers() {}

    static PropPlan of(Plan plan) {
        return new PropPlan(
                plan.id(),
                plan.name(),
                plan.firm(),
                plan.checked(),
                plan.source(),
                plan.uncertain(),
                plan.currency(),
                plan.zone().getId(),
                plan.dayEnds().toString(),
                plan.flattenTime() == null ? null : plan.flattenTime().toString(),
                plan.reopens() == null ? null : plan.reopens().toString(),
                BigDecimal.valueOf(plan.microCountsAs()),
                account(plan.evaluation()),
                account(plan.funded()),
                RuleTexts.of(plan));
    }

    private static PropAccount account(PlanStage stage) {
        AccountRules rules = stage.rules();
        double most = rules.contracts().most();
        return new PropAccount(
                Millionths.money(rules.start()),
                Millionths.money(rules.maxLoss()),
                lower(rules.trail()),
                rules.lock() == AccountRules.NO_LOCK ? null : Millionths.money(rules.lock()),
                stage.dailyLoss() == 0 ? null : Millionths.money(stage.dailyLoss()),
                lower(stage.action()),
                rules.target() == 0 ? null : Millionths.money(rules.target()),
                rules.consistency() == null
                        ? null
                        : BigDecimal.valueOf(rules.consistency().limit()),
                rules.consistency() == null ? null : rules.consistency().fails() ? "fails" : "raises_target",
                rules.minimumDays(),
                rules.maximumDays() == 0 ? null : rules.maximumDays(),
                most == Double.MAX_VALUE ? null : BigDecimal.valueOf(most));
    }

    static String lower(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
