package futures.model.roll;

import futures.model.BarSeries;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.TradingCalendar;
import futures.model.TradingDays;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through a chain from contract to contract. A roll is decided and priced by bars that open before it, and a roll that the bars
 * have not reached is not built: hence what is built once stays, whatever bars come later.
 */
final class RollBuilder {
    private final List<Listing> listings;
    private final TradingCalendar calendar;
    private final ContractChain chain;
    private final RollRule rule;
    private final List<Roll> rolls = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    RollBuilder(ContractChain chain, RollRule rule) {
        this.chain = chain;
        this.listings = chain.listings();
        this.calendar = chain.calendar();
        this.rule = rule;
    }

    RollBuild build() {
        int first = 0;
        while (first + 1 < listings.size() && comesTooLate(listings.get(first))) {
            first++;
        }
        Listing start = listings.get(first);
        if (!start.bars().isEmpty()) {
            rollFrom(first, calendar.tradingDay(start.bars().openTime(0)));
        }
        return new RollBuild(start.contract(), new RollCalendar(rolls, "by rule: " + rule), warnings);
    }

    /** Whether it has no bar before the roll away from it. */
    private boolean comesTooLate(Listing listing) {
        BarSeries bars = listing.bars();
        LocalDate latest = rule.latest(listing.lastDay(), calendar);
        if (!bars.isEmpty() && bars.openTime(0) < opens(latest)) {
            return false;
        }
        warnings.add(listing.symbol() + " is left out: it has no bars before " + latest
                + ", when the next contract takes over");
        return true;
    }

    /** @param day the first on which the contract is the front one */
    private void rollFrom(int first, LocalDate day) {
        long reached = listings.stream()
                .filter(listing -> !listing.bars().isEmpty())
                .mapToLong(listing -> listing.bars().openTime(listing.bars().size() - 1))
                .max()
                .orElseThrow();
        LocalDate since = day;
        for (int i = first; i + 1 < listings.size(); i++) {
            Listing front = listings.get(i);
            Listing next = listings.get(i + 1);
            LocalDate crossed = rule instanceof RollRule.VolumeCrossover ? firstCrossover(front, next, since) : null;
            LocalDate rollDay = crossed == null ? latest(front, since) : dayAfter(crossed);
            long time = opens(rollDay);
            if (time > reached) {
                return;
            }
            if (crossed == null && rule instanceof RollRule.VolumeCrossover) {
                warnings.add(next.symbol() + " never traded more in a day than " + front.symbol()
                        + " until that one's last, " + front.lastDay() + ": it takes over on " + rollDay);
            }
            if (!addRoll(front, next, rollDay)) {
                return;
            }
            since = rollDay;
        }
    }

    /** By the rule, but one roll a day at most. */
    private LocalDate latest(Listing front, LocalDate since) {
        LocalDate latest = rule.latest(front.lastDay(), calendar);
        return latest.isAfter(since) ? latest : dayAfter(since);
    }

    /** Null when there is none. A day on which the front contract has no bars at all decides nothing: it may be a hole in the data. */
    private LocalDate firstCrossover(Listing front, Listing next, LocalDate since) {
        Map<LocalDate, Double> volumes = dailyVolume(front.bars());
        TradingDays days = TradingDays.of(next.bars(), calendar);
        for (int d = 0; d < days.count() && !days.day(d).isAfter(front.lastDay()); d++) {
            Double volume = days.day(d).isBefore(since) ? null : volumes.get(days.day(d));
            if (volume != null && volume(next.bars(), days, d) > volume) {
                return days.day(d);
            }
        }
        return null;
    }

    private Map<LocalDate, Double> dailyVolume(BarSeries bars) {
        TradingDays days = TradingDays.of(bars, calendar);
        Map<LocalDate, Double> volumes = new HashMap<>();
        for (int d = 0; d < days.count(); d++) {
            volumes.put(days.day(d), volume(bars, days, d));
        }
        return volumes;
    }

    private static double volume(BarSeries bars, TradingDays days, int day) {
        double sum = 0;
        for (int i = days.firstBar(day); i <= days.lastBar(day); i++) {
            sum += bars.volume(i);
        }
        return sum;
    }

    /** False when there is no price for it. */
    private boolean addRoll(Listing front, Listing next, LocalDate day) {
        long time = opens(day);
        String which = "the roll from " + front.symbol() + " to " + next.symbol() + " on " + day;
        BarSeries old = front.bars();
        BarSeries young = next.bars();
        int i = old.firstAtOrAfter(time) - 1;
        int j = young.firstAtOrAfter(time) - 1;
        while (i >= 0 && j >= 0 && old.openTime(i) != young.openTime(j)) {
            if (old.openTime(i) > young.openTime(j)) {
                i--;
            } else {
                j--;
            }
        }
        if (i < 0 || j < 0) {
            warnings.add(which + " has no price: there is no bar before it in which both traded. The calendar ends in "
                    + front.symbol() + "; import the missing bars, or leave one of the two out");
            return false;
        }
        if (dayAfter(calendar.tradingDay(old.openTime(i))).isBefore(day)) {
            warnings.add(which + " has the prices of " + Instant.ofEpochMilli(old.openTime(i))
                    + ": there is no later bar before it in which both traded");
        }
        rolls.add(new Roll(
                time,
                front.symbol(),
                next.symbol(),
                onGrid(front, old.close(i), which),
                onGrid(next, young.close(j), which)));
        return true;
    }

    private BigDecimal onGrid(Listing listing, double close, String which) {
        BigDecimal price =
                chain.grid().tickSize().multiply(BigDecimal.valueOf(chain.grid().nearest(close)));
        if (!chain.grid().isOnGrid(close)) {
            warnings.add(which + " has " + price.toPlainString() + " for " + listing.symbol()
                    + ", the nearest tick to its close of "
                    + BigDecimal.valueOf(close).toPlainString());
        }
        return price;
    }

    /** When a trading day begins: on the Sunday evening before a holiday that belongs to it, for example. */
    private long opens(LocalDate tradingDay) {
        return calendar.sessions(tradingDay).get(0).opens();
    }

    private LocalDate dayAfter(LocalDate tradingDay) {
        return calendar.tradingDay(calendar.endOf(tradingDay));
    }
}
