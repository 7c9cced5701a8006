package futures.risk.prop;

import futures.analytics.propfirm.Account;
import futures.analytics.propfirm.AccountRules;
import futures.analytics.propfirm.ContractSteps;
import futures.analytics.propfirm.FundedAccount;
import futures.wire.risk.prop.PropContracts;
import futures.wire.risk.prop.PropDay;
import futures.wire.risk.prop.PropEvaluation;
import futures.wire.risk.prop.PropHeld;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A history under the rules of one account, day by day, until they have decided. */
final class Replay {
    private final Plan plan;
    private final AccountRules rules;
    private final History history;
    private final int size;
    private final FundedAccount funded;
    private final Account account;
    private final List<HeldTrips.Held> held;
    private final List<PropDay> days = new ArrayList<>();
    private double most = -1;
    private int daysOver;
    private LocalDate firstOver;
    private int flattened;
    private long flattenedProfit;
    private HeldTrips.Held heldFailure;

    private Replay(Plan plan, boolean ofFunded, History history, int size) {
        this.plan = plan;
        this.rules = plan.stage(ofFunded).rules();
        this.history = history;
        this.size = size;
        // What was held is replayed as it was, and told where it was too much.
        AccountRules asHeld = rules.withContracts(ContractSteps.NONE);
        this.funded = ofFunded ? new FundedAccount(asHeld, plan.payouts()) : null;
        this.account = ofFunded ? funded.account() : new Account(asHeld);
        this.held = HeldTrips.of(history.trips(), plan);
    }

    static PropEvaluation of(Plan plan, boolean ofFunded, History history, int size) {
        Replay replay = new Replay(plan, ofFunded, history, size);
        for (FirmDay day : history.days()) {
            if (replay.decided()) {
                break;
            }
            replay.live(day);
        }
        return replay.answer();
    }

    private boolean decided() {
        return account.decided() || heldFailure != null || (funded != null && funded.complete());
    }

    private void live(FirmDay day) {
        long opened = account.balance();
        long[] lowest = {opened, Long.MAX_VALUE};
        Account.Watch watch = (point, equity, floor) -> {
            lowest[0] = Math.min(lowest[0], equity);
            lowest[1] = Math.min(lowest[1], equity - floor);
        };
        if (funded == null) {
            account.day(day.path(), size, watch);
        } else {
            funded.day(day.path(), size, watch);
        }
        long paid = funded == null ? 0 : funded.lastPaid();
        long taken = funded == null ? 0 : funded.lastTaken();
        long made = account.balance() + taken - opened;
        boolean ended = account.stoppedAt() >= 0 && account.failure() == null;
        if (ended) {
            flattened++;
            flattenedProfit += made - size * day.path().close();
        }
        double allowed = rules.contracts().at(opened);
        if (day.contractsKnown()) {
            double contracts = size * day.contracts();
            most = Math.max(most, contracts);
            if (contracts > allowed + 1e-9) {
                daysOver++;
                firstOver = firstOver == null ? day.day() : firstOver;
            }
        }
        if (plan.heldFails() && !account.decided()) {
            heldFailure = held.stream()
                    .filter(one -> one.day().equals(day.day()))
                    .findFirst()
                    .orElse(null);
        }
        days.add(new PropDay(
                day.day(),
                Millionths.money(opened),
                Millionths.money(lowest[0]),
                Millionths.money(made),
                Millionths.money(account.balance()),
                Millionths.money(account.floor()),
                Millionths.money(lowest[1]),
                rules.dailyLoss() == 0 ? null : Millionths.money(lowest[0] - opened + rules.dailyLoss()),
                rules.target() == 0 ? null : Millionths.money(account.requiredProfit() - account.profit()),
                share(account),
                !day.contractsKnown() ? null : contracts(size * day.contracts()),
                allowed == Double.MAX_VALUE ? null : contracts(allowed),
                ended,
                funded == null ? null : Millionths.money(paid)));
    }

    private static BigDecimal share(Account account) {
        return account.profit() <= 0
                ? null
                : new BigDecimal((double) account.bestDay() / account.profit()).setScale(4, RoundingMode.HALF_EVEN);
    }

    static BigDecimal contracts(double contracts) {
        return new BigDecimal(contracts)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .add(BigDecimal.ZERO);
    }

    private PropEvaluation answer() {
        Verdict verdict = Verdict.of(account, funded, heldFailure, rules);
        FirmDay last = history.days().get(days.size() - 1);
        boolean decided = !verdict.name().equals("running");
        Instant time = !decided ? null : heldFailure != null ? heldFailure.since() : stopped(last);
        long all = 0;
        for (FirmDay day : history.days()) {
            all += size * day.path().close();
        }
        long paidOut = funded == null ? 0 : funded.taken();
        return new PropEvaluation(
                plan.id(),
                funded == null ? "evaluation" : "funded",
                history.backtest(),
                size,
                verdict.name(),
                verdict.failedBy(),
                verdict.reason(),
                decided ? last.day() : null,
                time,
                Millionths.money(rules.start()),
                Millionths.money(account.balance()),
                Millionths.money(account.profit() + paidOut),
                Millionths.money(all),
                rules.target() == 0 ? null : Millionths.money(rules.target()),
                rules.target() == 0 ? null : Millionths.money(account.requiredProfit()),
                Millionths.money(account.bestDay()),
                share(account),
                history.days().size(),
                days.size(),
                account.tradedDays(),
                rules.minimumDays(),
                flattened,
                Millionths.money(flattenedProfit),
                funded == null ? null : Millionths.money(funded.paid()),
                new PropContracts(most < 0 ? null : contracts(most), daysOver, firstOver),
                heldPast(last.day()),
                days,
                notes());
    }

    private Instant stopped(FirmDay last) {
        return account.stoppedAt() < 0 ? null : last.time(account.stoppedAt());
    }

    private PropHeld heldPast(LocalDate last) {
        if (plan.flattenTime() == null || history.trips() == null) {
            return new PropHeld(null, null);
        }
        List<HeldTrips.Held> replayed =
                held.stream().filter(one -> !one.day().isAfter(last)).toList();
        Instant first = replayed.stream()
                .map(one -> one.trip().entryTime())
                .min(Instant::compareTo)
                .orElse(null);
        return new PropHeld(replayed.size(), first);
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>(history.notes());
        notes.add(
                "A daily limit or the floor that a bar's close shows is taken at that close, one that a low inside a trade"
                        + " shows at the limit itself. Targets count at the ends of days.");
        if (daysOver > 0) {
            notes.add("More contracts were held than the plan allows on " + daysOver
                    + " days: the firm would have refused them,"
                    + " and the verdict is that of an account that could hold them.");
        }
        return notes;
    }
}
