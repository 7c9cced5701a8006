package futures.risk.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.json.Json;
import futures.risk.subject.Day;
import futures.risk.subject.Held;
import futures.risk.subject.Slice;
import futures.risk.subject.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A subject as text. The slices of a run of one strategy in one market have the same days, so each list of days is written
 * once, as days since 1970 and profits.
 */
final class CourseText {
    private CourseText() {}

    private record Course(
            String kind,
            String id,
            String name,
            BigDecimal initialCash,
            long trades,
            BigDecimal maxDrawdown,
            BigDecimal maxDrawdownPct,
            List<Results> results,
            List<Part> parts) {}

    private record Results(List<Long> days, List<BigDecimal> profits) {
        static Results of(List<Day> days) {
            return new Results(
                    days.stream().map(day -> day.day().toEpochDay()).toList(),
                    days.stream().map(Day::profit).toList());
        }

        List<Day> toDays() {
            List<Day> all = new ArrayList<>(days.size());
            for (int i = 0; i < days.size(); i++) {
                all.add(new Day(LocalDate.ofEpochDay(days.get(i)), profits.get(i)));
            }
            return all;
        }
    }

    /** @param results index of its days */
    private record Part(String scope, String id, int results, BigDecimal open, Held held, BigDecimal correlation) {}

    static String write(Subject subject) {
        List<List<Day>> distinct = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Slice slice : subject.slices()) {
            int at = distinct.indexOf(slice.days());
            if (at < 0) {
                at = distinct.size();
                distinct.add(slice.days());
            }
            parts.add(new Part(slice.scope(), slice.id(), at, slice.open(), slice.held(), slice.correlation()));
        }
        try {
            return Json.mapper()
                    .writeValueAsString(new Course(
                            subject.kind(),
                            subject.id(),
                            subject.name(),
                            subject.initialCash(),
                            subject.trades(),
                            subject.maxDrawdown(),
                            subject.maxDrawdownPct(),
                            distinct.stream().map(Results::of).toList(),
                            parts));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws JsonProcessingException when another version of the program wrote it otherwise */
    static Subject read(String text) throws JsonProcessingException {
        Course course = Json.mapper().readValue(text, Course.class);
        List<List<Day>> days = course.results().stream().map(Results::toDays).toList();
        return new Subject(
                course.kind(),
                course.id(),
                course.name(),
                course.initialCash(),
                course.trades(),
                course.maxDrawdown(),
                course.maxDrawdownPct(),
                course.parts().stream()
                        .map(part -> new Slice(
                                part.scope(),
                                part.id(),
                                days.get(part.results()),
                                part.open(),
                                part.held(),
                                part.correlation()))
                        .toList());
    }
}
