package futures.backtest.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.http.Problem;
import futures.wire.backtest.WalkForwardWindows;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How trading days are cut. */
class WindowsTest {
    /** Weekdays of 2024. */
    private static final List<LocalDate> DAYS = Stream.iterate(LocalDate.of(2024, 1, 1), day -> day.plusDays(1))
            .limit(366)
            .filter(day -> day.getDayOfWeek().getValue() <= 5)
            .toList();

    private static WalkForwardWindows how(String unit, int in, int out, Integer step, Integer gap, Boolean anchored) {
        return Windows.complete("windows", new WalkForwardWindows(unit, in, out, step, gap, anchored, null), null);
    }

    @Test
    void rollingDaysFollowEachOtherWithoutOverlap() {
        List<Windows.Window> windows = Windows.of(how(null, 60, 20, null, 3, null), DAYS);
        // (262 - 60) / 20
        assertEquals(10, windows.size());
        for (int i = 0; i < windows.size(); i++) {
            Windows.Window window = windows.get(i);
            assertEquals(60 + 20 * i, window.outStart());
            assertEquals(window.outStart() + 19, window.outEnd());
            assertEquals(20 * i, window.inStart());
            assertEquals(window.outStart() - 4, window.inEnd(), "three days between");
        }
    }

    @Test
    void anchoredOnesBeginWithTheRange() {
        assertTrue(Windows.of(how("weeks", 8, 2, 4, 0, true), DAYS).stream().allMatch(window -> window.inStart() == 0));
    }

    @Test
    void weeksBeginOnMondaysAndMonthsWithTheMonth() {
        List<Windows.Window> weeks = Windows.of(how("weeks", 4, 1, null, null, null), DAYS);
        // 52 whole weeks and two days of the 53rd
        assertEquals(53 - 4, weeks.size());
        assertTrue(weeks.stream()
                .allMatch(window -> DAYS.get(window.outStart()).getDayOfWeek() == DayOfWeek.MONDAY
                        && DAYS.get(window.inStart()).getDayOfWeek() == DayOfWeek.MONDAY));
        List<Windows.Window> months = Windows.of(how("months", 3, 1, null, null, null), DAYS);
        assertEquals(9, months.size());
        for (int i = 0; i < 9; i++) {
            YearMonth month = YearMonth.of(2024, 4 + i);
            Windows.Window window = months.get(i);
            assertEquals(month, YearMonth.from(DAYS.get(window.outStart())));
            assertEquals(month, YearMonth.from(DAYS.get(window.outEnd())));
            assertEquals(month.minusMonths(3), YearMonth.from(DAYS.get(window.inStart())));
            assertEquals(month.minusMonths(1), YearMonth.from(DAYS.get(window.inEnd())));
        }
    }

    @Test
    void whatCannotBeCutIsRefused() {
        assertThrows(Problem.class, () -> Windows.of(how("months", 12, 1, null, null, null), DAYS));
        assertThrows(Problem.class, () -> Windows.of(how("days", 5, 1, null, 5, null), DAYS));
        assertThrows(Problem.class, () -> how("days", 5, 3, 2, null, null));
        assertThrows(Problem.class, () -> how("years", 5, 3, null, null, null));
        assertThrows(Problem.class, () -> Windows.complete("windows", null, null));
    }

    @Test
    void whatAWayOfAMatrixLeavesOpenIsThatOfTheWindows() {
        WalkForwardWindows other = how("weeks", 8, 2, 4, 1, true);
        WalkForwardWindows way =
                Windows.complete("matrix", new WalkForwardWindows(null, 12, null, null, null, null, 50), other);
        assertEquals(new WalkForwardWindows("weeks", 12, 2, 2, 1, true, 50), way);
    }
}
