package futures.risk.summary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.risk.subject.Day;
import futures.risk.subject.Held;
import futures.risk.subject.Slice;
import futures.risk.subject.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What was written is read again, to the last digit. */
class CourseTextTest {
    private final Random random = new Random(5);

    @Test
    void whatIsWrittenIsReadAgain() throws JsonProcessingException {
        for (int i = 0; i < 200; i++) {
            Subject subject = subject();
            assertEquals(subject, CourseText.read(CourseText.write(subject)));
        }
    }

    @Test
    void daysThatSlicesShareAreWrittenOnce() {
        List<Day> days = days(500);
        Slice account = new Slice(Slice.ACCOUNT, null, days, BigDecimal.ZERO, Held.UNKNOWN, null);
        Slice strategy = new Slice(Slice.STRATEGY, "A", List.copyOf(days), BigDecimal.ZERO, Held.UNKNOWN, null);
        int once = CourseText.write(of(List.of(account))).length();
        assertTrue(CourseText.write(of(List.of(account, strategy))).length() < once + 200);
    }

    private Subject subject() {
        List<Slice> slices = new ArrayList<>();
        List<Day> all = days(random.nextInt(30));
        slices.add(new Slice(Slice.ACCOUNT, null, all, amount(), held(), null));
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Day> days = random.nextBoolean() ? all : days(random.nextInt(30));
            slices.add(new Slice(Slice.STRATEGY, "s" + i, days, amount(), held(), maybe()));
        }
        return of(slices);
    }

    private Subject of(List<Slice> slices) {
        return new Subject(Subject.BACKTEST, "bt-1", "A \"quoted\" name", amount(), 7, maybe(), maybe(), slices);
    }

    private List<Day> days(int count) {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            days.add(new Day(LocalDate.of(2020, 1, 1).plusDays(i), amount()));
        }
        return days;
    }

    private Held held() {
        return new Held(maybe(), maybe(), maybe(), maybe(), maybe());
    }

    private BigDecimal maybe() {
        return random.nextInt(3) == 0 ? null : amount();
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, random.nextInt(7));
    }
}
