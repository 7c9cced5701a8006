package futures.risk.summary;

import futures.risk.subject.Day;
import futures.wire.risk.RiskFigures;
import java.math.BigDecimal;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The best and worst of days and weeks, and how long good and bad days lasted. All null without days. */
final class DayResults {
    private static final Comparator<RiskFigures.Result> BY_PROFIT = Comparator.comparing(RiskFigures.Result::profit);

    private final List<RiskFigures.Result> days = new ArrayList<>();
    private final List<RiskFigures.Result> weeks = new ArrayList<>();

    DayResults(List<Day> all) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (Day day : all) {
            days.add(new RiskFigures.Result(day.day().toString(), day.profit()));
            String week = "%d-W%02d"
                    .formatted(
                            day.day().get(IsoFields.WEEK_BASED_YEAR), day.day().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            sums.merge(week, day.profit(), BigDecimal::add);
        }
        sums.forEach((week, profit) -> weeks.add(new RiskFigures.Result(week, profit)));
    }

    RiskFigures.Result worstDay() {
        return days.stream().min(BY_PROFIT).orElse(null);
    }

    RiskFigures.Result bestDay() {
        return days.stream().max(BY_PROFIT).orElse(null);
    }

    RiskFigures.Result worstWeek() {
        return weeks.stream().min(BY_PROFIT).orElse(null);
    }

    RiskFigures.Result bestWeek() {
        return weeks.stream().max(BY_PROFIT).orElse(null);
    }

    RiskFigures.Streaks streaks() {
        int winning = 0;
        int losing = 0;
        int present = 0;
        for (RiskFigures.Result day : days) {
            int sign = day.profit().signum();
            present = sign == 0 ? 0 : Integer.signum(present) == sign ? present + sign : sign;
            winning = Math.max(winning, present);
            losing = Math.max(losing, -present);
        }
        return new RiskFigures.Streaks(winning, losing, present);
    }
}
