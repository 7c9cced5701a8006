package futures.risk.prop;

import futures.analytics.propfirm.AccountRules;
import futures.analytics.propfirm.Consistency;
import futures.analytics.propfirm.ContractSteps;
import futures.analytics.propfirm.Fees;
import futures.analytics.propfirm.PayoutRules;
import futures.analytics.propfirm.TrailBasis;
import futures.kit.config.ConfigException;
import futures.kit.config.YamlLines;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes plans of the text of {@code prop-firms.yaml}. */
final class PlanReader {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
    private static final String CLOCK = "a time in quotes such as \"15:10\"";
    private static final double MOST_CONTRACTS = 10_000;

    private PlanReader() {}

    /**
     * @param file how messages call it
     * @throws ConfigException with file, line and key when something in it is wrong
     */
    static Map<String, Plan> read(String file, String yaml) {
        Map<String, Map<String, YamlLines.Entry>> found = new LinkedHashMap<>();
        Set<String> micros = new LinkedHashSet<>();
        for (YamlLines.Entry entry : YamlLines.read(file, yaml)) {
            String[] path = entry.key().split("\\.", 3);
            if (entry.key().startsWith("micros[")) {
                micros.add(entry.text());
            } else if (path.length == 3 && path[0].equals("plans")) {
                if (!NAME.matcher(path[1]).matches()) {
                    throw new ConfigException(
                            file,
                            entry.line(),
                            entry.column(),
                            "a plan's name has small letters, digits, - and _ only, found '" + path[1] + "'");
                }
                found.computeIfAbsent(path[1], plan -> new LinkedHashMap<>()).put(path[2], entry);
            } else {
                throw new ConfigException(
                        file,
                        entry.line(),
                        entry.column(),
                        "'" + entry.key() + "' stands where micros or plans.<plan>.<key> is expected");
            }
        }
        Map<String, Plan> plans = new LinkedHashMap<>();
        found.forEach((id, entries) -> plans.put(id, plan(id, new PlanFields(file, id, entries), micros)));
        return plans;
    }

    private static Plan plan(String id, PlanFields fields, Set<String> micros) {
        LocalTime flatten = fields.get("flatten_time", LocalTime::parse, CLOCK);
        LocalTime reopens = fields.get("reopens", LocalTime::parse, CLOCK);
        if ((flatten == null) != (reopens == null) || (flatten != null && !flatten.isBefore(reopens))) {
            throw fields.wrong("flatten_time", "and reopens come together, the first before the second on one day");
        }
        Double micro = fields.number("micro_counts_as", 1);
        Plan plan = new Plan(
                id,
                fields.neededText("name"),
                fields.neededText("firm"),
                fields.needed("checked", fields.get("checked", LocalDate::parse, "a date such as 2026-10-03")),
                fields.neededText("source"),
                fields.text("uncertain"),
                fields.neededText("currency"),
                fields.needed("time_zone", fields.get("time_zone", ZoneId::of, "a zone such as America/Chicago")),
                fields.needed("day_ends", fields.get("day_ends", LocalTime::parse, CLOCK)),
                flatten,
                reopens,
                fields.choice("held_past_flatten", "note", "note", "fail").equals("fail"),
                micro == null ? 0.1 : micro,
                Set.copyOf(micros),
                stage(fields, "evaluation.", true),
                stage(fields, "funded.", false),
                fees(fields),
                payouts(fields));
        List<TrailBasis> trails =
                List.of(plan.evaluation().rules().trail(), plan.funded().rules().trail());
        if (trails.contains(TrailBasis.REALISED) && trails.contains(TrailBasis.INTRADAY_PEAK)) {
            throw fields.wrong("funded.trail", "cannot be realised in one account and intraday_peak in the other");
        }
        fields.noOthers();
        return plan;
    }

    private static PlanStage stage(PlanFields fields, String of, boolean evaluation) {
        long start = fields.neededMoney(of + "start_balance");
        Long loss = fields.money(of + "daily_loss");
        DailyLoss action = fields.choice(of + "daily_loss_action", DailyLoss.class, DailyLoss.OFF);
        if (action != DailyLoss.OFF && loss == null) {
            throw fields.wrong(of + "daily_loss", "is missing, and daily_loss_action needs it");
        }
        Double share = fields.number(of + "consistency", 1);
        boolean fails = fields.choice(of + "consistency_action", "raises_target", "raises_target", "fails")
                .equals("fails");
        Long target = fields.money(of + "target");
        if (evaluation) {
            fields.needed(of + "target", target);
        }
        try {
            AccountRules rules = new AccountRules(
                    start,
                    fields.neededMoney(of + "max_loss"),
                    fields.needed(of + "trail", fields.choice(of + "trail", TrailBasis.class, null)),
                    "none".equals(fields.text(of + "lock")) ? AccountRules.NO_LOCK : fields.neededMoney(of + "lock"),
                    0,
                    false,
                    target == null ? 0 : target,
                    share == null ? null : new Consistency(share, fails),
                    fields.count(of + "minimum_days"),
                    fields.count(of + "maximum_days"),
                    steps(fields, of + "contracts"));
            return PlanStage.of(rules, loss == null ? 0 : loss, action);
        } catch (IllegalArgumentException e) {
            throw fields.wrong(of + "max_loss", "does not fit the rest: " + e.getMessage());
        }
    }

    private static ContractSteps steps(PlanFields fields, String key) {
        List<String> elements = fields.elements(key);
        if (elements.isEmpty()) {
            return ContractSteps.NONE;
        }
        if (elements.equals(List.of(key))) {
            return ContractSteps.fixed(fields.number(key, MOST_CONTRACTS));
        }
        long[] from = new long[elements.size()];
        double[] maximum = new double[elements.size()];
        for (int i = 0; i < from.length; i++) {
            from[i] = fields.neededMoney(elements.get(i) + ".from");
            String most = elements.get(i) + ".maximum";
            maximum[i] = fields.needed(most, fields.number(most, MOST_CONTRACTS));
            if (i > 0 && from[i] <= from[i - 1]) {
                throw fields.wrong(elements.get(i) + ".from", "must be above the one before");
            }
        }
        return new ContractSteps(from, maximum);
    }

    private static Fees fees(PlanFields fields) {
        int days = fields.count("fees.month_days");
        return new Fees(
                amount(fields, "fees.evaluation"),
                fields.choice("fees.charged", "once", "once", "monthly").equals("monthly"),
                days == 0 ? 21 : days,
                amount(fields, "fees.reset"),
                amount(fields, "fees.activation"),
                amount(fields, "fees.funded_monthly"));
    }

    private static PayoutRules payouts(PlanFields fields) {
        List<Long> most = new ArrayList<>();
        fields.elements("payouts.most").forEach(key -> most.add(amount(fields, key)));
        Double consistency = fields.number("payouts.consistency", 1);
        Double share = fields.number("payouts.share_of_profit", 1);
        Double split = fields.needed("payouts.split", fields.number("payouts.split", 1));
        try {
            return new PayoutRules(
                    fields.count("payouts.winning_days"),
                    amount(fields, "payouts.winning_day"),
                    fields.count("payouts.minimum_days"),
                    consistency == null ? 0 : consistency,
                    amount(fields, "payouts.least"),
                    share == null ? 1 : share,
                    most,
                    fields.neededMoney("payouts.keep_balance"),
                    fields.count("payouts.count"),
                    split,
                    fields.flag("payouts.locks_floor"));
        } catch (IllegalArgumentException e) {
            throw fields.wrong("payouts.share_of_profit", "does not fit: " + e.getMessage());
        }
    }

    /** Not negative; 0 when it is missing. */
    private static long amount(PlanFields fields, String key) {
        Long amount = fields.money(key);
        if (amount != null && amount < 0) {
            throw fields.wrong(key, "is negative; allowed: an amount of money, zero or more");
        }
        return amount == null ? 0 : amount;
    }
}
