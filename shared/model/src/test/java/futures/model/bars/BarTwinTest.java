package futures.model.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.Bar;
import futures.model.BarSeries;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bars by another way: every minute is given its bar by a clock on the wall, every price path is gone tick by tick. */
class BarTwinTest {
    private static final TradingCalendar WEEKDAYS = TradingCalendar.of(SessionHours.CME_GLOBEX);
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    /** Both weeks of daylight saving, with minutes at all hours. */
    private static final List<String> STARTS = List.of("2024-03-06T05:00:00Z", "2024-10-30T13:00:00Z");

    private static BarSeries inOpenHours(BarSeries all) {
        BarSeries.Builder open = BarSeries.builder(all.symbol(), all.timeframe());
        for (int i = 0; i < all.size(); i++) {
            if (WEEKDAYS.isOpen(all.openTime(i))) {
                open.add(all.openTime(i), all.open(i), all.high(i), all.low(i), all.close(i), all.volume(i));
            }
        }
        return open.build();
    }

    /** Seven hours make 17:00 midnight, and Sunday's evening Monday. */
    private static LocalDate day(long time) {
        return Instant.ofEpochMilli(time)
                .atZone(CHICAGO)
                .toLocalDateTime()
                .plusHours(7)
                .toLocalDate();
    }

    private static ZonedDateTime evening(LocalDate day) {
        return day.minusDays(1).atTime(17, 0).atZone(CHICAGO);
    }

    private static String key(String form, long time) {
        LocalDate day = day(time);
        if (form.equals("1d")) {
            return day.toString();
        }
        if (form.equals("1w")) {
            return "week " + day.minusDays(day.getDayOfWeek().getValue());
        }
        long minutes = evening(day).until(Instant.ofEpochMilli(time).atZone(CHICAGO), ChronoUnit.MINUTES);
        return day + " " + minutes / (Timeframe.parse(form).seconds() / 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2m", "7m", "30m", "1h", "4h", "7h", "23h", "1d", "1w"})
    void byTime(String form) {
        for (int seed = 0; seed < 6; seed++) {
            BarSeries minutes = inOpenHours(Minutes.random(new Random(seed), STARTS.get(seed % 2), 14_000, 0.3));
            Map<String, List<Bar>> groups = new LinkedHashMap<>();
            for (int i = 0; i < minutes.size(); i++) {
                groups.computeIfAbsent(key(form, minutes.openTime(i)), k -> new ArrayList<>())
                        .add(minutes.bar(i));
            }
            BarSeries made = Minutes.make(BarForm.parse(form), WEEKDAYS, minutes, true);
            assertEquals(groups.size(), made.size());
            int at = 0;
            for (List<Bar> group : groups.values()) {
                Bar bar = made.bar(at++);
                assertEquals(group.get(0).open(), bar.open());
                assertEquals(group.stream().mapToDouble(Bar::high).max().orElseThrow(), bar.high());
                assertEquals(group.stream().mapToDouble(Bar::low).min().orElseThrow(), bar.low());
                assertEquals(group.get(group.size() - 1).close(), bar.close());
                assertEquals(group.stream().mapToDouble(Bar::volume).sum(), bar.volume());
                assertTrue(bar.openTime() <= group.get(0).openTime());
                assertTrue(bar.closeTime() >= group.get(group.size() - 1).closeTime());
                assertEquals(key(form, group.get(0).openTime()), key(form, bar.openTime()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void partsOfADay(boolean regular) {
        BarSeries minutes = inOpenHours(Minutes.random(new Random(5), STARTS.get(0), 14_000, 0.5));
        Map<LocalDate, Double> volume = new LinkedHashMap<>();
        for (int i = 0; i < minutes.size(); i++) {
            LocalTime clock =
                    Instant.ofEpochMilli(minutes.openTime(i)).atZone(CHICAGO).toLocalTime();
            boolean inside = !clock.isBefore(LocalTime.of(8, 30)) && clock.isBefore(LocalTime.of(15, 0));
            if (inside == regular) {
                volume.merge(day(minutes.openTime(i)), minutes.volume(i), Double::sum);
            }
        }
        BarForm form = BarForm.parse("1d").with(regular ? Hours.REGULAR : Hours.OVERNIGHT);
        BarSeries made = Minutes.make(form, WEEKDAYS, minutes, true);
        Map<LocalDate, Double> found = new LinkedHashMap<>();
        for (int i = 0; i < made.size(); i++) {
            found.put(day(made.openTime(i)), made.volume(i));
        }
        assertEquals(volume, found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tick:1", "tick:7", "volume:1", "volume:200", "volume:100000"})
    void byCount(String form) {
        BarSeries minutes = inOpenHours(Minutes.random(new Random(form.length()), STARTS.get(1), 9_000, 0.4));
        long size = Long.parseLong(form.substring(form.indexOf(':') + 1));
        Map<LocalDate, List<Bar>> days = new LinkedHashMap<>();
        for (int i = 0; i < minutes.size(); i++) {
            days.computeIfAbsent(day(minutes.openTime(i)), k -> new ArrayList<>())
                    .add(minutes.bar(i));
        }
        List<List<Bar>> groups = new ArrayList<>();
        for (List<Bar> day : days.values()) {
            double left = 0;
            for (Bar minute : day) {
                if (left <= 0) {
                    groups.add(new ArrayList<>());
                    left = size;
                }
                groups.get(groups.size() - 1).add(minute);
                left -= form.startsWith("tick") ? 1 : minute.volume();
            }
        }
        BarSeries made = Minutes.make(BarForm.parse(form), WEEKDAYS, minutes, true);
        assertEquals(groups.size(), made.size());
        for (int i = 0; i < groups.size(); i++) {
            List<Bar> group = groups.get(i);
            Bar bar = made.bar(i);
            assertEquals(group.get(0).openTime(), bar.openTime());
            assertEquals(group.get(0).open(), bar.open());
            assertEquals(group.stream().mapToDouble(Bar::high).max().orElseThrow(), bar.high());
            assertEquals(group.stream().mapToDouble(Bar::low).min().orElseThrow(), bar.low());
            assertEquals(group.get(group.size() - 1).close(), bar.close());
            assertEquals(group.stream().mapToDouble(Bar::volume).sum(), bar.volume());
            boolean cut = i + 1 == groups.size()
                    || !day(groups.get(i + 1).get(0).openTime()).equals(day(bar.openTime()));
            assertTrue(cut || bar.closeTime() == group.get(group.size() - 1).closeTime());
        }
    }

    /** The ticks of one minute in their order; the first one is jumped to. */
    private static List<Long> path(BarSeries minutes, int i) {
        long open = Math.round(minutes.open(i) * 4);
        long high = Math.round(minutes.high(i) * 4);
        long low = Math.round(minutes.low(i) * 4);
        List<Long> turns = high - open < open - low ? List.of(high, low) : List.of(low, high);
        List<Long> path = new ArrayList<>(List.of(open));
        for (long turn : List.of(turns.get(0), turns.get(1), Math.round(minutes.close(i) * 4))) {
            while (path.get(path.size() - 1) != turn) {
                long last = path.get(path.size() - 1);
                path.add(last + Long.signum(turn - last));
            }
        }
        return path;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 40})
    void rangeTickByTick(int size) {
        BarSeries minutes = inOpenHours(Minutes.random(new Random(size), STARTS.get(1), 8_000, 0.7));
        List<List<Long>> bars = new ArrayList<>();
        LocalDate today = null;
        for (int i = 0; i < minutes.size(); i++) {
            LocalDate day = day(minutes.openTime(i));
            boolean fresh = !day.equals(today);
            today = day;
            for (long tick : path(minutes, i)) {
                List<Long> last = fresh ? List.of() : bars.get(bars.size() - 1);
                fresh = false;
                boolean leaves = last.isEmpty()
                        || tick > last.stream().mapToLong(x -> x).min().orElseThrow() + size
                        || tick < last.stream().mapToLong(x -> x).max().orElseThrow() - size;
                if (leaves) {
                    bars.add(new ArrayList<>());
                }
                bars.get(bars.size() - 1).add(tick);
            }
        }
        BarSeries made = Minutes.make(BarForm.parse("range:" + size), WEEKDAYS, minutes, true);
        assertEquals(bars.stream().map(BarTwinTest::prices).toList(), prices(made));
    }

    private static List<Double> prices(List<Long> ticks) {
        return List.of(
                ticks.get(0) / 4.0,
                ticks.stream().mapToLong(x -> x).max().orElseThrow() / 4.0,
                ticks.stream().mapToLong(x -> x).min().orElseThrow() / 4.0,
                ticks.get(ticks.size() - 1) / 4.0);
    }

    private static List<List<Double>> prices(BarSeries bars) {
        List<List<Double>> prices = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            prices.add(List.of(bars.open(i), bars.high(i), bars.low(i), bars.close(i)));
        }
        return prices;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10, 25})
    void renkoTickByTick(int size) {
        BarSeries minutes = inOpenHours(Minutes.random(new Random(size), STARTS.get(0), 8_000, 0.7));
        List<List<Double>> bricks = new ArrayList<>();
        LocalDate today = null;
        long level = 0;
        int direction = 0;
        for (int i = 0; i < minutes.size(); i++) {
            List<Long> path = path(minutes, i);
            if (!day(minutes.openTime(i)).equals(today)) {
                today = day(minutes.openTime(i));
                level = path.get(0);
                direction = 0;
            }
            for (long tick : path) {
                // level is where the last brick ended; turning takes the brick's own height besides
                while (Math.abs(tick - level) >= size) {
                    int towards = Long.signum(tick - level);
                    boolean turns = direction == -towards;
                    if (turns && Math.abs(tick - level) < 2L * size) {
                        break;
                    }
                    long open = turns ? level + (long) towards * size : level;
                    level = open + (long) towards * size;
                    direction = towards;
                    bricks.add(
                            List.of(open / 4.0, Math.max(open, level) / 4.0, Math.min(open, level) / 4.0, level / 4.0));
                }
            }
        }
        assertEquals(bricks, prices(Minutes.make(BarForm.parse("renko:" + size), WEEKDAYS, minutes, true)));
    }
}
