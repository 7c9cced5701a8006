package futures.model.roll;

import futures.model.BarSeries;
import futures.model.FuturesContract;
import futures.model.RollCalendar;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dated contracts of a product that are to follow each other, with their bars. Immutable.
 *
 * <p>The next contract is always the next month that is given: months that hardly trade are left out of the chain.
 */
public final class ContractChain {
    /** By month, which is by last day. */
    private final List<Listing> listings;

    private final TradingCalendar calendar;
    private final TickGrid grid;

    private ContractChain(List<Listing> listings, TradingCalendar calendar, TickGrid grid) {
        this.listings = listings;
        this.calendar = calendar;
        this.grid = grid;
    }

    /**
     * Contracts whose bars are in memory, and of which neither open interest nor first notice is known.
     *
     * @param expiries last day of each of these contracts
     * @throws IllegalArgumentException as the other one does, and when a contract has no expiry
     */
    public static ContractChain of(
            Map<FuturesContract, BarSeries> bars,
            Map<FuturesContract, LocalDate> expiries,
            TradingCalendar calendar,
            TickGrid grid) {
        List<Listing> listings = new ArrayList<>();
        bars.forEach((contract, series) -> {
            LocalDate expiry = expiries.get(contract);
            if (expiry == null) {
                throw new IllegalArgumentException(
                        contract.symbol() + " has no expiry: give the last day on which it trades");
            }
            ContractHistory history = ContractHistory.of(series, Collections.emptySortedMap(), calendar);
            listings.add(new Listing(contract.symbol(), contract, history, expiry, null));
        });
        return of(listings, calendar, grid);
    }

    /**
     * @param given    all of one product and timeframe, of a day or shorter, in any order; a contract may have no bars yet
     * @param calendar of the product: volume is counted by its trading days
     * @param grid     of the product: prices of rolls are on it
     * @throws IllegalArgumentException when there is no contract, two are of different roots or timeframes, or a later month does not
     *     expire later
     */
    public static ContractChain of(List<Listing> given, TradingCalendar calendar, TickGrid grid) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException("a chain needs a contract");
        }
        List<Listing> listings = new ArrayList<>(given);
        listings.sort(Comparator.comparing(listing -> listing.contract().month()));
        check(listings.get(0));
        for (int i = 1; i < listings.size(); i++) {
            check(listings.get(i - 1), listings.get(i), calendar);
        }
        return new ContractChain(List.copyOf(listings), calendar, grid);
    }

    private static void check(Listing listing) {
        Timeframe timeframe = listing.history().timeframe();
        if (timeframe.compareTo(Timeframe.DAY) > 0) {
            throw new IllegalArgumentException(listing.symbol() + " has bars of " + timeframe
                    + "; rolls are built by trading days and need bars of a day or less");
        }
    }

    private static void check(Listing before, Listing listing, TradingCalendar calendar) {
        Timeframe timeframe = listing.history().timeframe();
        String pair = before.symbol() + " and " + listing.symbol();
        if (!listing.contract().root().equals(before.contract().root())) {
            throw new IllegalArgumentException(pair + " are contracts of two products");
        }
        if (!timeframe.equals(before.history().timeframe())) {
            throw new IllegalArgumentException(pair + " have bars of "
                    + before.history().timeframe() + " and " + timeframe + "; a chain needs one timeframe");
        }
        LocalDate last = calendar.onOrBefore(listing.lastDay());
        LocalDate lastBefore = calendar.onOrBefore(before.lastDay());
        if (!last.isAfter(lastBefore)) {
            throw new IllegalArgumentException(pair + " have their last days on " + lastBefore + " and " + last
                    + "; the later month must expire later");
        }
    }

    /** By month. */
    public List<Listing> listings() {
        return listings;
    }

    /** @throws IllegalArgumentException when it is not in the chain */
    Listing listing(String symbol) {
        return listings.stream()
                .filter(listing -> listing.symbol().equals(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there are no bars of " + symbol + " in the chain"));
    }

    TradingCalendar calendar() {
        return calendar;
    }

    TickGrid grid() {
        return grid;
    }

    /**
     * The rolls that the bars have reached: one is in the calendar once some contract has a bar at its time or later.
     *
     * @throws IllegalArgumentException when the rule goes by first notice and a contract has none
     */
    public RollBuild rolls(RollRule rule) {
        return new RollBuilder(this, rule).build();
    }

    /**
     * Given rolls as they are, and behind the last of them those of a rule: its first one is on a later trading day than the last given
     * one.
     *
     * @throws IllegalArgumentException when there is no given roll, the last one leads to no contract of the chain, or as above
     */
    public RollBuild rollsBehind(RollCalendar given, RollRule rule) {
        return new RollBuilder(this, rule).buildBehind(given);
    }

    /**
     * The contracts behind the front one: at each time the one that so many rolls of the front will make the front.
     *
     * @param depth  1 is the next contract, 2 the one after it
     * @param front  rolls of this chain's front contract
     * @return its rolls are at the times of the front's rolls, at prices of their own contracts; empty when the first front contract
     *     has none so far behind it
     */
    public Optional<RollBuild> back(int depth, RollBuild front) {
        return new BackBuilder(this, depth, front).build();
    }
}
