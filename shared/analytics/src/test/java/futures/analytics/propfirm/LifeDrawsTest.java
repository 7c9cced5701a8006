package futures.analytics.propfirm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LifeDrawsTest {
    private static final AccountRules EVALUATION = Rules.passing(
            Rules.of(TrailBasis.END_OF_DAY, 1000, 50_000L).withDailyLoss(Rules.dollars(900), false),
            1000,
            new Consistency(0.8, false),
            2);
    private static final AccountRules FUNDED = new AccountRules(
            0, Rules.dollars(800), TrailBasis.END_OF_DAY, 0, 0, false, 0, null, 0, 0, ContractSteps.NONE);
    private static final FirmPlan PLAN = Rules.plan(EVALUATION, FUNDED);
    private static final DayPath GOOD = Rules.profits(-100, 250, 600);
    private static final DayPath BAD = Rules.profits(50, -450, -300);

    /** Chance to pass and fail within so many days when each day is one of two by the toss of a coin, by all sequences. */
    private static double[] enumerated(int days, int size) {
        double[] odds = new double[2];
        for (int sequence = 0; sequence < 1 << days; sequence++) {
            NaiveAccount account = new NaiveAccount(EVALUATION);
            for (int i = 0; i < days && !account.passed && account.failure == null; i++) {
                account.day((sequence >> i & 1) == 1 ? GOOD : BAD, size);
            }
            odds[0] += account.passed ? 1.0 / (1 << days) : 0;
            odds[1] += account.failure != null ? 1.0 / (1 << days) : 0;
        }
        return odds;
    }

    @Test
    void oddsAreThoseOfAllSequences() {
        int lives = 20_000;
        for (int days : new int[] {1, 3, 6, 10}) {
            LifeTally[] tallies =
                    new LifeDraws(PLAN, List.of(GOOD, BAD), 1, 5, days, days, 1).live(0, lives, new int[] {1, 2, 3});
            for (int size = 1; size <= 3; size++) {
                double[] exact = enumerated(days, size);
                LifeTally tally = tallies[size - 1];
                within(exact[0], tally.passShare(), lives);
                within(exact[1], tally.failShare(Failure.MAX_LOSS), lives);
                assertEquals(1, tally.passShare() + tally.failShare(Failure.MAX_LOSS) + tally.runningShare(), 1e-12);
            }
        }
    }

    /** Four standard errors of the exact chance; nothing at all where there is no chance. */
    private static void within(double exact, double drawn, int lives) {
        assertEquals(exact, drawn, 4 * Math.sqrt(exact * (1 - exact) / lives) + 1e-12);
    }

    @Test
    void valueIsThatOfAllSequences() {
        int days = 8;
        int lives = 20_000;
        double exact = 0;
        double fees = 0;
        for (int sequence = 0; sequence < 1 << days; sequence++) {
            double[] money = livedByHand(sequence, days);
            exact += (money[0] - money[1]) / (1 << days);
            fees += money[1] / (1 << days);
        }
        LifeTally tally = new LifeDraws(PLAN, List.of(GOOD, BAD), 1, 9, days, days, 2).live(0, lives, new int[] {1})[0];
        assertEquals(exact, tally.value() / Rules.DOLLAR, 4 * tally.valueError() / Rules.DOLLAR);
        assertEquals(fees, tally.fees() / Rules.DOLLAR, 2);
        assertTrue(tally.valueError() / Rules.DOLLAR < 5 && tally.paidShare() > 0.02);
    }

    /** The life in dollars, written out for this plan alone: paid and fees. */
    private static double[] livedByHand(int sequence, int days) {
        double fees = 50;
        double paid = 0;
        int day = 0;
        for (int attempt = 1; attempt <= 2; attempt++) {
            NaiveAccount account = new NaiveAccount(EVALUATION);
            for (int own = 0; day < days && !account.passed && account.failure == null; own++, day++) {
                fees += own == 5 ? 50 : 0;
                account.day((sequence >> day & 1) == 1 ? GOOD : BAD, 1);
            }
            if (account.passed) {
                return new double[] {funded(sequence, days, day), fees + 100};
            }
            if (day < days && attempt == 1) {
                fees += 40;
            }
        }
        return new double[] {paid, fees};
    }

    /** Floor 800 below the highest balance of a day's end, at most 0, and 0 after a payout; half of it is paid after two good days. */
    private static double funded(int sequence, int days, int from) {
        double balance = 0;
        double floor = -800;
        double paid = 0;
        int good = 0;
        for (int day = from; day < days; day++) {
            boolean up = (sequence >> day & 1) == 1;
            if (balance + (up ? -100 : -450) <= floor || balance + (up ? 600 : -300) <= floor) {
                break;
            }
            balance += up ? 600 : -300;
            floor = Math.max(floor, Math.min(0, balance - 800));
            good += up ? 1 : 0;
            double amount = Math.min(900, balance / 2);
            if (good >= 2 && amount >= 100) {
                paid += 0.9 * amount;
                balance -= amount;
                floor = 0;
                good = 0;
            }
        }
        return paid;
    }

    @Test
    void theSameHoweverTheLivesAreShared() {
        Random random = new Random(3);
        List<DayPath> days = java.util.stream.Stream.generate(
                        () -> Rules.profits(random.nextInt(900) - 500, random.nextInt(900) - 420))
                .limit(60)
                .toList();
        LifeDraws draws = new LifeDraws(PLAN, days, 3.5, 42, 100, 60, 3);
        int[] sizes = {1, 3};
        LifeTally[] whole = draws.live(0, 700, sizes);
        LifeTally[] parts = LifeDraws.together(
                List.of(draws.live(0, 1, sizes), draws.live(1, 400, sizes), draws.live(400, 700, sizes)));
        for (int i = 0; i < sizes.length; i++) {
            assertArrayEquals(whole[i].sortedValues(), parts[i].sortedValues());
            assertEquals(whole[i].value(), parts[i].value());
            assertEquals(whole[i].valueError(), parts[i].valueError());
            assertEquals(whole[i].passShare(), parts[i].passShare());
            assertEquals(whole[i].daysToPass(), parts[i].daysToPass());
            assertEquals(700, parts[i].lives());
        }
        assertTrue(whole[0].passShare() > 0 && whole[0].passShare() < 1);
    }

    @Test
    void chanceToPassGrowsWithTheMaximumLoss() {
        Random random = new Random(4);
        List<DayPath> days = java.util.stream.Stream.generate(
                        () -> Rules.profits(random.nextInt(800) - 450, random.nextInt(800) - 330))
                .limit(80)
                .toList();
        for (TrailBasis trail : TrailBasis.values()) {
            double before = -1;
            for (long maxLoss = 300; maxLoss <= 2400; maxLoss += 300) {
                AccountRules rules = Rules.passing(Rules.of(trail, maxLoss, 50_000L), 1500, null, 0);
                double now = new LifeDraws(Rules.plan(rules, FUNDED), days, 2, 1, 80, 80, 1)
                        .live(0, 400, new int[] {1})[0].passShare();
                assertTrue(now >= before, trail + " " + maxLoss);
                before = now;
            }
            assertTrue(before > 0.3);
        }
    }
}
