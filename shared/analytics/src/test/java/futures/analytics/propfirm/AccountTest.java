package futures.analytics.propfirm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final List<TrailBasis> BASES = List.of(TrailBasis.values());

    /** A day of a random walk in quarter dollars, some lows inside trades, some points with nothing to follow. */
    private static DayPath day(Random random) {
        int points = 1 + random.nextInt(40);
        long[] followed = new long[points];
        long[] equity = new long[points];
        boolean[] within = new boolean[points];
        long now = 0;
        for (int i = 0; i < points; i++) {
            now += (random.nextInt(401) - 198) * Rules.DOLLAR / 4;
            boolean inside = random.nextInt(6) == 0 && i < points - 1;
            within[i] = inside;
            equity[i] = inside ? now - random.nextInt(400) * Rules.DOLLAR : now;
            followed[i] = inside ? DayPath.NOTHING : now + random.nextInt(3) * 50L * Rules.DOLLAR;
        }
        boolean traded = random.nextInt(8) > 0;
        return traded
                ? new DayPath(followed, equity, within, 0.1 * (1 + random.nextInt(30)), true)
                : DayPath.ofCloses(new long[points], 0, false);
    }

    private static AccountRules rules(Random random) {
        AccountRules bare = Rules.of(
                BASES.get(random.nextInt(BASES.size())),
                300 + random.nextInt(1500),
                random.nextBoolean() ? null : 50_000L + random.nextInt(3) * 100L);
        boolean limited = random.nextBoolean();
        return new AccountRules(
                bare.start(),
                bare.maxLoss(),
                bare.trail(),
                bare.lock(),
                limited ? Rules.dollars(100 + random.nextInt(600)) : 0,
                limited && random.nextInt(3) == 0,
                Rules.dollars(500 + random.nextInt(2000)),
                random.nextBoolean() ? null : new Consistency(0.2 + 0.1 * random.nextInt(5), random.nextBoolean()),
                random.nextInt(6),
                random.nextBoolean() ? 0 : 5 + random.nextInt(30),
                random.nextBoolean()
                        ? ContractSteps.NONE
                        : new ContractSteps(new long[] {0, Rules.dollars(50_500)}, new double[] {2, 5}));
    }

    private static List<DayPath> history(Random random, int days) {
        List<DayPath> all = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            all.add(day(random));
        }
        return all;
    }

    @Test
    void theSameAsTheNaiveTwinOnRandomHistories() {
        Random random = new Random(7);
        Map<String, Integer> ended = new TreeMap<>();
        for (int round = 0; round < 800; round++) {
            AccountRules rules = rules(random);
            int size = 1 + random.nextInt(3);
            Account account = new Account(rules);
            Account watched = new Account(rules);
            Account decisive = new Account(rules);
            NaiveAccount naive = new NaiveAccount(rules);
            for (DayPath path : history(random, 30)) {
                account.day(path, size, null);
                watched.day(path, size, (point, equity, floor) -> {});
                decisive.day(path.decisive(), size, null);
                naive.day(path, size);
                Supplier<String> where = () -> "day " + account.days() + " of " + rules;
                assertEquals(naive.failure, account.failure(), where);
                assertEquals(naive.failure, watched.failure(), where);
                assertEquals(naive.failure, decisive.failure(), where);
                assertEquals(naive.passed, account.passed(), where);
                assertEquals(naive.passed, decisive.passed(), where);
                if (account.failure() != Failure.MAX_LOSS && account.failure() != Failure.DAILY_LOSS) {
                    assertEquals(naive.balance().movePointRight(6).longValueExact(), account.balance(), where);
                    assertEquals(account.balance(), watched.balance(), where);
                    assertEquals(account.balance(), decisive.balance(), where);
                    assertEquals(account.floor(), decisive.floor(), where);
                }
                if (account.decided()) {
                    break;
                }
            }
            ended.merge(account.passed() ? "passed" : String.valueOf(account.failure()), 1, Integer::sum);
        }
        assertEquals(Failure.values().length + 2, ended.size(), "every end must have come up: " + ended);
        assertTrue(ended.values().stream().allMatch(count -> count > 3), ended.toString());
    }

    @Test
    void largerMaximumLossNeverFailsEarlier() {
        Random random = new Random(11);
        for (int round = 0; round < 1000; round++) {
            AccountRules rules = rules(random);
            AccountRules wider = Rules.passing(
                    new AccountRules(
                            rules.start(),
                            rules.maxLoss() + Rules.dollars(200),
                            rules.trail(),
                            rules.lock(),
                            rules.dailyLoss(),
                            rules.dailyLossFails(),
                            0,
                            null,
                            0,
                            rules.maximumDays(),
                            rules.contracts()),
                    rules.target() / Rules.DOLLAR,
                    rules.consistency(),
                    rules.minimumDays());
            Account narrow = new Account(rules);
            Account wide = new Account(wider);
            for (DayPath path : history(random, 25)) {
                if (narrow.decided()) {
                    break;
                }
                narrow.day(path, 1, null);
                wide.day(path, 1, null);
                if (narrow.failure() == null) {
                    assertTrue(wide.floor() <= narrow.floor());
                    assertNull(wide.failure());
                    assertEquals(narrow.balance(), wide.balance());
                    assertEquals(narrow.passed(), wide.passed());
                }
            }
        }
    }

    @Test
    void staticFloorIsBelowEndOfDayFloorIsBelowIntradayFloor() {
        Random random = new Random(13);
        for (int round = 0; round < 500; round++) {
            Account still = new Account(Rules.of(TrailBasis.STATIC, 1500, 50_000L));
            Account daily = new Account(Rules.of(TrailBasis.END_OF_DAY, 1500, 50_000L));
            Account peak = new Account(Rules.of(TrailBasis.INTRADAY_PEAK, 1500, 50_000L));
            for (int i = 0; i < 20 && peak.failure() == null; i++) {
                long before = peak.floor();
                DayPath path = day(random);
                long[] equity = new long[path.points()];
                java.util.Arrays.setAll(equity, path::equity);
                DayPath closes = DayPath.ofCloses(equity, 1, true);
                still.day(closes, 1, null);
                daily.day(closes, 1, null);
                peak.day(closes, 1, null);
                assertTrue(peak.floor() >= before, "a floor never falls");
                if (peak.failure() == null) {
                    assertTrue(still.floor() <= daily.floor() && daily.floor() <= peak.floor());
                }
            }
        }
    }

    @Test
    void doubleSizeOfOneDayIsCountedByHand() {
        AccountRules rules = Rules.passing(Rules.of(TrailBasis.END_OF_DAY, 2000, 50_000L), 3000, null, 1);
        DayPath day = Rules.profits(-900, 400, 1600);
        Account once = new Account(rules);
        once.day(day, 1, null);
        assertEquals(Rules.dollars(51_600), once.balance());
        assertEquals(Rules.dollars(49_600), once.floor());
        Account twice = new Account(rules);
        twice.day(day, 2, null);
        assertEquals(Rules.dollars(53_200), twice.balance());
        assertEquals(Rules.dollars(50_000), twice.floor());
        assertTrue(twice.passed());
        Account thrice = new Account(rules);
        thrice.day(day, 3, null);
        assertEquals(Failure.MAX_LOSS, thrice.failure());
        assertEquals(Rules.dollars(47_300), thrice.balance());
    }

    @Test
    void dailyLimitFlattensTheDayAtTheCloseThatShowsIt() {
        AccountRules rules = Rules.of(TrailBasis.END_OF_DAY, 2000, 50_000L).withDailyLoss(Rules.dollars(1000), false);
        Account account = new Account(rules);
        account.day(Rules.profits(-400, -1100, 900), 1, null);
        assertEquals(Rules.dollars(48_900), account.balance());
        assertEquals(1, account.stoppedAt());
        assertNull(account.failure());
        Account failed = new Account(rules.withDailyLoss(Rules.dollars(1000), true));
        failed.day(Rules.profits(-400, -1000, 900), 1, null);
        assertEquals(Failure.DAILY_LOSS, failed.failure());
    }

    @Test
    void lowInsideATradeMeetsTheHigherLimitFirst() {
        AccountRules rules = Rules.of(TrailBasis.STATIC, 2000, null).withDailyLoss(Rules.dollars(1000), false);
        long[] equity = {Rules.dollars(-2500), Rules.dollars(300)};
        DayPath day =
                new DayPath(new long[] {DayPath.NOTHING, equity[1]}, equity, new boolean[] {true, false}, 1, true);
        Account account = new Account(rules);
        account.day(day, 1, null);
        assertEquals(Rules.dollars(49_000), account.balance());
        assertNull(account.failure());
        Account without = new Account(Rules.of(TrailBasis.STATIC, 2000, null));
        without.day(day, 1, null);
        assertNotNull(without.failure());
        assertEquals(Rules.dollars(48_000), without.balance());
    }

    @Test
    void contractsBeyondTheStepAreNotTraded() {
        ContractSteps steps = new ContractSteps(new long[] {0, Rules.dollars(1500)}, new double[] {2, 3});
        assertEquals(2, steps.allowed(5, 1, Rules.dollars(1499)));
        assertEquals(3, steps.allowed(5, 1, Rules.dollars(1500)));
        assertEquals(20, steps.allowed(20, 0.1, -1));
        assertEquals(0, steps.allowed(1, 2.5, 0));
        assertEquals(3, steps.most());
    }
}
