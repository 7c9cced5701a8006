package futures.analytics.propfirm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Examples of firms' help pages and of public calculators, in dollars. */
class PropFirmVectorsTest {
    private static final long START = 50_000;

    /** Days are {balance at the end, lowest equity}. */
    private static List<Long> floorsDuring(Account account, long[][] days) {
        List<Long> floors = new ArrayList<>();
        for (long[] day : days) {
            floors.add(account.floor() / Rules.DOLLAR);
            account.day(Rules.closes(account, day[1], day[0]), 1, null);
        }
        return floors;
    }

    @Test
    void endOfDayFloorFollowsTheHighestBalanceAndLocksAtTheStart() {
        Account account = new Account(Rules.of(TrailBasis.END_OF_DAY, 2000, START));
        long[][] days = {{50_500, 50_000}, {50_000, 49_800}, {52_500, 50_000}, {56_000, 52_000}};
        assertEquals(List.of(48_000L, 48_500L, 48_500L, 50_000L), floorsDuring(account, days));
        assertEquals(50_000, account.floor() / Rules.DOLLAR);
        assertNull(account.failure());
    }

    @Test
    void endOfDayFloorIsTestedAgainstOpenEquity() {
        Account account = new Account(Rules.of(TrailBasis.END_OF_DAY, 2000, START));
        assertEquals(List.of(48_000L, 49_000L), floorsDuring(account, new long[][] {{51_000, 49_900}, {51_500, 48_999}
        }));
        assertEquals(Failure.MAX_LOSS, account.failure());
        assertEquals(49_000, account.floor() / Rules.DOLLAR);
        assertEquals(0, account.stoppedAt());
    }

    /** Floor and breach at each equity of one day. */
    private static void assertWalk(TrailBasis trail, Long lock, long[] equity, long[] floors, boolean lastBreaches) {
        Account account = new Account(Rules.of(trail, 2000, lock));
        long[] seen = new long[equity.length];
        account.day(Rules.closes(account, equity), 1, (i, now, floor) -> seen[i] = floor / Rules.DOLLAR);
        assertArrayEquals(floors, seen);
        assertEquals(lastBreaches ? Failure.MAX_LOSS : null, account.failure());
        assertEquals(lastBreaches ? equity.length - 1 : -1, account.stoppedAt());
    }

    @Test
    void intradayFloorFollowsEquity() {
        long[] equity = {50_000, 51_900, 50_100, 49_950, 49_899};
        assertWalk(TrailBasis.INTRADAY_PEAK, null, equity, new long[] {48_000, 49_900, 49_900, 49_900, 49_900}, true);
        assertWalk(TrailBasis.END_OF_DAY, null, equity, new long[] {48_000, 48_000, 48_000, 48_000, 48_000}, false);
    }

    @Test
    void performanceAccountLocksAHundredAboveTheStart() {
        assertWalk(
                TrailBasis.INTRADAY_PEAK,
                50_100L,
                new long[] {50_000, 52_500, 53_000, 50_101, 50_100},
                new long[] {48_000, 50_100, 50_100, 50_100, 50_100},
                true);
    }

    @Test
    void floorOfEveryBalanceHigh() {
        for (TrailBasis trail : List.of(TrailBasis.INTRADAY_PEAK, TrailBasis.REALISED)) {
            assertWalk(
                    trail,
                    null,
                    new long[] {50_000, 50_800, 51_400, 50_900, 50_000, 48_550},
                    new long[] {48_000, 48_800, 49_400, 49_400, 49_400, 49_400},
                    true);
        }
    }

    @Test
    void shareOfTheBestDay() {
        double[][] cases = {{900, 2800, 0.4}, {1200, 2800, 0.5}, {1600, 3000, 0.55}, {3600, 9500, 0.4}};
        for (double[] one : cases) {
            Consistency consistency = new Consistency(one[2], false);
            assertTrue(consistency.holds(Rules.dollars(one[0]), Rules.dollars(one[1])));
            // the profit at which it no longer would
            assertFalse(consistency.holds(Rules.dollars(one[0]), Rules.dollars(one[0] / one[2]) - Rules.DOLLAR));
        }
    }

    @Test
    void bestDayRaisesTheTarget() {
        double[][] cases = {{1800, 3272.7272727272725}, {2200, 4000}, {1600, 3000}};
        for (double[] one : cases) {
            double required = new Consistency(0.55, false).required(Rules.dollars(one[0]), Rules.dollars(3000));
            assertEquals(one[1], required / Rules.DOLLAR, 0.01);
        }
    }
}
