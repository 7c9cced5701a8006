package futures.risk.prop;

import futures.analytics.propfirm.AccountRules;
import futures.analytics.propfirm.ContractSteps;
import futures.analytics.propfirm.Fees;
import futures.analytics.propfirm.PayoutRules;
import futures.wire.risk.prop.PropRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan in sentences, made of what is decided by, so that they cannot differ. */
final class RuleTexts {
    private final List<PropRule> rules = new ArrayList<>();

    private RuleTexts() {}

    static List<PropRule> of(Plan plan) {
        RuleTexts texts = new RuleTexts();
        texts.stage("evaluation", plan.evaluation());
        texts.stage("funded", plan.funded());
        texts.payouts(plan.payouts());
        texts.fees(plan.fees());
        texts.day(plan);
        return List.copyOf(texts.rules);
    }

    private void add(String account, String rule, String text) {
        rules.add(new PropRule(account, rule, text));
    }

    private void stage(String account, PlanStage stage) {
        AccountRules rules = stage.rules();
        String follows = switch (rules.trail()) {
            case STATIC -> "the start, and stays there";
            case END_OF_DAY -> "the highest balance at the end of a day";
            case INTRADAY_PEAK -> "the highest equity at any moment, open profit included";
            case REALISED -> "the highest balance of what was closed";
        };
        String lock = rules.lock() == AccountRules.NO_LOCK ? "" : ", and never rises above " + money(rules.lock());
        add(
                account,
                "max_loss",
                "Begins at " + money(rules.start()) + ". The floor lies " + money(rules.maxLoss()) + " below " + follows
                        + lock + ". Equity at the floor or below it has failed.");
        if (stage.dailyLoss() > 0) {
            String does = switch (stage.action()) {
                case OFF -> "does nothing: the limit is an option, and off here";
                case FLATTEN -> "ends the day flat";
                case FAIL -> "fails the account";
            };
            add(
                    account,
                    "daily_loss",
                    "A loss of " + money(stage.dailyLoss()) + " from the beginning of the day " + does + ".");
        }
        if (rules.target() > 0) {
            String days = rules.minimumDays() > 0 ? " and " + rules.minimumDays() + " days with trades" : "";
            String end = rules.maximumDays() > 0 ? " It fails after " + rules.maximumDays() + " trading days." : "";
            add(
                    account,
                    "target",
                    "Passes at the end of a day with a profit of " + money(rules.target()) + days + "." + end);
        }
        if (rules.consistency() != null) {
            String share = percent(rules.consistency().limit());
            add(
                    account,
                    "consistency",
                    "The best day may make " + share + " of the profit; "
                            + (rules.consistency().fails()
                                    ? "an account that reaches its target beyond that has failed."
                                    : "a better one raises the target to its profit / " + share + "."));
        }
        if (rules.contracts().most() < Double.MAX_VALUE) {
            add(account, "contracts", contracts(rules.contracts()));
        }
    }

    private static String contracts(ContractSteps steps) {
        return "At most "
                + steps.steps().stream()
                        .map(step -> number(step.maximum())
                                + (step.from() == Long.MIN_VALUE ? "" : " from a balance of " + money(step.from())))
                        .collect(Collectors.joining(", "))
                + " contracts at once.";
    }

    private void payouts(PayoutRules rules) {
        List<String> asks = new ArrayList<>();
        if (rules.winningDays() > 0) {
            asks.add(rules.winningDays() + " days of at least " + money(rules.winningDay()));
        }
        if (rules.minimumDays() > 0) {
            asks.add(rules.minimumDays() + " days with trades");
        }
        if (rules.consistency() > 0) {
            asks.add("a best day of at most " + percent(rules.consistency()) + " of the profit");
        }
        String most = rules.most().isEmpty()
                ? ""
                : ", at most " + rules.most().stream().map(RuleTexts::money).collect(Collectors.joining(", then "));
        add(
                "funded",
                "payouts",
                "Pays after " + (asks.isEmpty() ? "any day" : String.join(", ", asks)) + " since the last payout: "
                        + percent(rules.shareOfProfit()) + " of the profit in the account" + most + ", at least "
                        + money(rules.least()) + ", and leaves a balance of " + money(rules.keep()) + ". "
                        + percent(rules.split()) + " of it is the trader's."
                        + (rules.locks() ? " The first payout raises the floor to its lock." : "")
                        + (rules.count() > 0 ? " The account is closed after " + rules.count() + " payouts." : ""));
    }

    private void fees(Fees fees) {
        add(
                "both",
                "fees",
                "The evaluation costs " + money(fees.evaluation())
                        + (fees.monthly()
                                ? " for each month of " + fees.daysPerMonth() + " trading days that is begun"
                                : "")
                        + ", a reset " + money(fees.reset()) + ", the funded account " + money(fees.activation())
                        + (fees.fundedMonth() > 0 ? " and " + money(fees.fundedMonth()) + " a month" : "") + ".");
    }

    private void day(Plan plan) {
        String held = plan.flattenTime() == null
                ? ""
                : " Nothing may be held from " + plan.flattenTime() + " to " + plan.reopens()
                        + (plan.heldFails() ? "; what is fails the account." : ".");
        add(
                "both",
                "day",
                "The trading day ends at " + plan.dayEnds() + " " + plan.zone().getId() + "." + held);
    }

    private static String money(long millionths) {
        BigDecimal money = Millionths.money(millionths);
        return String.format(Locale.ROOT, money.stripTrailingZeros().scale() > 0 ? "%,.2f" : "%,.0f", money);
    }

    private static String percent(double share) {
        return number(share * 100) + " %";
    }

    private static String number(double value) {
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
