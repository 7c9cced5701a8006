package futures.model.roll;

import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

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
    private final RollPrices prices;

    RollBuilder(ContractChain chain, RollRule rule) {
        this.chain = chain;
        this.listings = chain.listings();
        this.calendar = chain.calendar();
        this.rule = rule;
        this.prices = new RollPrices(calendar, chain.grid(), warnings);
    }

    RollBuild build() {
        listings.forEach(listing -> rule.anchor(listing, calendar));
        int first = 0;
        while (first + 1 < listings.size() && comesTooLate(listings.get(first))) {
            first++;
        }
        Listing start = listings.get(first);
        if (!start.history().isEmpty()) {
            rollFrom(first, calendar.tradingDay(start.history().firstTime()));
        }
        RollCalendar built = new RollCalendar(rolls, "by rule: " + rule);
        return new RollBuild(start.symbol(), built, Long.MAX_VALUE, warnings);
    }

    RollBuild buildBehind(RollCalendar given) {
        if (given.rolls().isEmpty()) {
            throw new IllegalArgumentException("there is no roll to go on behind");
        }
        listings.forEach(listing -> rule.anchor(listing, calendar));
        rolls.addAll(given.rolls());
        Roll last = rolls.get(rolls.size() - 1);
        rollFrom(listings.indexOf(chain.listing(last.to())), calendar.tradingDay(last.time()));
        RollCalendar built = new RollCalendar(rolls, given.provenance() + ", then by rule: " + rule);
        return new RollBuild(rolls.get(0).from(), built, Long.MAX_VALUE, warnings);
    }

    /** Whether it has no bar before the roll away from it. */
    private boolean comesTooLate(Listing listing) {
        ContractHistory history = listing.history();
        LocalDate latest = rule.latest(rule.anchor(listing, calendar), calendar);
        if (!history.isEmpty() && history.firstTime() < opens(latest)) {
            return false;
        }
        warnings.add(listing.symbol() + " is left out: it has no bars before " + latest
                + ", when the next contract takes over");
        return true;
    }

    /** @param day the first on which the contract is the front one */
    private void rollFrom(int first, LocalDate day) {
        long reached = listings.stream()
                .filter(listing -> !listing.history().isEmpty())
                .mapToLong(listing -> listing.history().lastTime())
                .max()
                .orElse(Long.MIN_VALUE);
        LocalDate since = day;
        for (int i = first; i + 1 < listings.size(); i++) {
            Listing front = listings.get(i);
            Listing next = listings.get(i + 1);
            SortedMap<LocalDate, Double> measured = rule.measure(front.history());
            LocalDate crossed =
                    measured == null ? null : firstCrossover(front, measured, rule.measure(next.history()), since);
            LocalDate rollDay = crossed == null ? latest(front, since) : dayAfter(crossed);
            long time = opens(rollDay);
            if (time > reached) {
                return;
            }
            if (crossed == null && measured != null) {
                warnings.add(next.symbol() + " never " + rule.more() + " than " + front.symbol()
                        + " until that one's last, " + calendar.onOrBefore(front.lastDay()) + ": it takes over on "
                        + rollDay);
            }
            Roll roll = prices.roll(front, next, time, rollDay);
            if (roll == null) {
                return;
            }
            rolls.add(roll);
            since = rollDay;
        }
    }

    /** By the rule, but one roll a day at most. */
    private LocalDate latest(Listing front, LocalDate since) {
        LocalDate latest = rule.latest(rule.anchor(front, calendar), calendar);
        return latest.isAfter(since) ? latest : dayAfter(since);
    }

    /** Null when there is none. A day on which one of the two has no number decides nothing: it may be a hole in the data. */
    private LocalDate firstCrossover(
            Listing front, SortedMap<LocalDate, Double> old, SortedMap<LocalDate, Double> young, LocalDate since) {
        LocalDate lastDay = calendar.onOrBefore(front.lastDay());
        for (Map.Entry<LocalDate, Double> entry : young.tailMap(since).entrySet()) {
            Double before = entry.getKey().isAfter(lastDay) ? null : old.get(entry.getKey());
            if (before != null && entry.getValue() > before) {
                return entry.getKey();
            }
        }
        return null;
    }

    /** When a trading day begins: on the Sunday evening before a holiday that belongs to it, for example. */
    private long opens(LocalDate tradingDay) {
        return calendar.sessions(tradingDay).get(0).opens();
    }

    private LocalDate dayAfter(LocalDate tradingDay) {
        return calendar.tradingDay(calendar.endOf(tradingDay));
    }
}
