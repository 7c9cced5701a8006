package futures.data.sample;

import futures.model.Session;
import futures.model.TradingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Two contract months of a made-up ES over three months of minutes, and the continuous series that rolls from one to the
 * other: on the tick grid, with the sessions of the exchange's calendar, the carry between the months, and the volume moving
 * from the old month to the new one in the week before expiry.
 */
final class SyntheticEs {
    static final long SEED = 20_250_501;
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 5, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2025, 7, 31);
    /** Third Friday of June; the old month trades until 08:30 of it. */
    static final LocalDate EXPIRY = LocalDate.of(2025, 6, 20);
    /** From this trading day on the new month trades more than the old one. */
    static final LocalDate ROLL_DAY = LocalDate.of(2025, 6, 13);

    static final TradingCalendar CALENDAR = TradingCalendar.CME_EQUITY;

    private static final int EXPIRY_MINUTE = SessionShape.minute(8, 30);
    private static final double START = 5600;
    private static final double CARRY_PER_DAY = 0.04 / 365;
    private static final LocalDate NEXT_EXPIRY = LocalDate.of(2025, 9, 19);
    private static final double TICK = 0.25;
    private static final double CONTRACTS_PER_DAY = 1_300_000;

    private final Random random = new Random(SEED);
    private final SyntheticIndex index = new SyntheticIndex(random, START);
    private final List<SyntheticBar> june = new ArrayList<>();
    private final List<SyntheticBar> september = new ArrayList<>();
    private final List<SyntheticBar> oldLeg = new ArrayList<>();
    private final List<SyntheticBar> newLeg = new ArrayList<>();
    private long rollGap;

    private SyntheticEs() {}

    static SyntheticEs generate() {
        SyntheticEs made = new SyntheticEs();
        for (LocalDate day = FIRST_DAY; !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
            if (CALENDAR.isTradingDay(day)) {
                CALENDAR.sessions(day).forEach(made::session);
            }
        }
        return made;
    }

    List<SyntheticBar> june() {
        return june;
    }

    List<SyntheticBar> september() {
        return september;
    }

    /** The old month up to the roll, moved by the gap between the months at its last close, then the new one. */
    List<SyntheticBar> continuous() {
        List<SyntheticBar> joined = new ArrayList<>();
        oldLeg.forEach(bar -> joined.add(bar.shifted(rollGap)));
        joined.addAll(newLeg);
        return joined;
    }

    /** Ticks by which the old month was moved up. */
    long rollGap() {
        return rollGap;
    }

    /** One evening and the day after it: on a holiday it is shorter, and belongs to the next trading day. */
    private void session(Session session) {
        index.beginDay();
        LocalDate day = local(session.closes()).toLocalDate();
        double newShare = newMonthShare(day);
        double[] path = new double[SyntheticIndex.POINTS];
        for (long time = session.opens(); time < session.closes(); time += 60_000) {
            ZonedDateTime local = local(time);
            int minute = SessionShape.minute(local.getHour(), local.getMinute());
            index.walk(minute, path);
            double expected = CONTRACTS_PER_DAY * SessionShape.share(minute) * index.activity();
            // Volume scatters around its expectation by a factor; large moves come with more of it.
            double move = Math.abs(path[path.length - 1] / path[0] - 1) * 2000;
            double volume = expected * StrictMath.exp(0.35 * random.nextGaussian()) * (0.7 + 0.3 * move);
            boolean oldTrades = day.isBefore(EXPIRY) || (day.equals(EXPIRY) && minute < EXPIRY_MINUTE);
            SyntheticBar old = oldTrades ? bar(time, path, day, EXPIRY, volume * (1 - newShare)) : null;
            SyntheticBar next = bar(time, path, day, NEXT_EXPIRY, volume * newShare);
            add(day, old, next);
        }
    }

    private static ZonedDateTime local(long time) {
        return Instant.ofEpochMilli(time).atZone(CALENDAR.zone());
    }

    private void add(LocalDate day, SyntheticBar old, SyntheticBar next) {
        if (old != null) {
            june.add(old);
        }
        if (next != null) {
            september.add(next);
        }
        if (day.isBefore(ROLL_DAY)) {
            if (old != null) {
                oldLeg.add(old);
                rollGap = next == null ? rollGap : next.close() - old.close();
            }
        } else if (next != null) {
            newLeg.add(next);
        }
    }

    /** A bar of one month; nothing when not one contract traded. */
    private static SyntheticBar bar(long time, double[] path, LocalDate day, LocalDate expiry, double volume) {
        long contracts = (long) volume;
        if (contracts == 0) {
            return null;
        }
        double carry = 1 + CARRY_PER_DAY * ChronoUnit.DAYS.between(day, expiry);
        long open = ticks(path[0] * carry);
        long high = open;
        long low = open;
        long close = open;
        for (double point : path) {
            close = ticks(point * carry);
            high = Math.max(high, close);
            low = Math.min(low, close);
        }
        return new SyntheticBar(time, open, high, low, close, contracts);
    }

    private static long ticks(double price) {
        return (long) Math.floor(price / TICK + 0.5);
    }

    /** Share of the volume that the new month has, by days to the old one's expiry. */
    private static double newMonthShare(LocalDate day) {
        long left = ChronoUnit.DAYS.between(day, EXPIRY);
        if (left < 0) {
            return 1;
        }
        // A logistic step around eight days before expiry.
        return 0.002 + 0.99 / (1 + StrictMath.exp((left - 7.5) * 1.1));
    }
}
