package futures.model.roll;

import futures.model.BarSeries;
import futures.model.FuturesContract;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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
     * @param bars     all of one timeframe, of a day or shorter; a contract may have none yet
     * @param expiries last day of each of these contracts; when it is no trading day, the one before counts
     * @param calendar of the product: volume is counted by its trading days
     * @param grid     of the product: prices of rolls are on it
     * @throws IllegalArgumentException when there is no contract, one has no expiry or another root or timeframe, or a later
     *     month does not expire later
     */
    public static ContractChain of(
            Map<FuturesContract, BarSeries> bars,
            Map<FuturesContract, LocalDate> expiries,
            TradingCalendar calendar,
            TickGrid grid) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("a chain needs a contract");
        }
        List<Listing> listings = new ArrayList<>();
        for (Map.Entry<FuturesContract, BarSeries> entry : bars.entrySet()) {
            LocalDate expiry = expiries.get(entry.getKey());
            if (expiry == null) {
                throw new IllegalArgumentException(
                        entry.getKey().symbol() + " has no expiry: give the last day on which it trades");
            }
            listings.add(new Listing(entry.getKey(), entry.getValue(), calendar.onOrBefore(expiry)));
        }
        listings.sort(Comparator.comparing(listing -> listing.contract().month()));
        check(listings.get(0));
        for (int i = 1; i < listings.size(); i++) {
            check(listings.get(i - 1), listings.get(i));
        }
        return new ContractChain(List.copyOf(listings), calendar, grid);
    }

    private static void check(Listing listing) {
        Timeframe timeframe = listing.bars().timeframe();
        if (timeframe.compareTo(Timeframe.DAY) > 0) {
            throw new IllegalArgumentException(listing.symbol() + " has bars of " + timeframe
                    + "; rolls are built by trading days and need bars of a day or less");
        }
    }

    private static void check(Listing before, Listing listing) {
        Timeframe timeframe = listing.bars().timeframe();
        String pair = before.symbol() + " and " + listing.symbol();
        if (!listing.contract().root().equals(before.contract().root())) {
            throw new IllegalArgumentException(pair + " are contracts of two products");
        }
        if (!timeframe.equals(before.bars().timeframe())) {
            throw new IllegalArgumentException(pair + " have bars of "
                    + before.bars().timeframe() + " and " + timeframe + "; a chain needs one timeframe");
        }
        if (!listing.lastDay().isAfter(before.lastDay())) {
            throw new IllegalArgumentException(pair + " have their last days on " + before.lastDay() + " and "
                    + listing.lastDay() + "; the later month must expire later");
        }
    }

    List<Listing> listings() {
        return listings;
    }

    TradingCalendar calendar() {
        return calendar;
    }

    TickGrid grid() {
        return grid;
    }

    /** The rolls that the bars have reached: one is in the calendar once some contract has a bar at its time or later. */
    public RollBuild rolls(RollRule rule) {
        return new RollBuilder(this, rule).build();
    }

    /**
     * The bars of the front contract as they were traded: those of each contract from its roll to the next one.
     *
     * @param symbol of the result
     * @param first  the front contract before the first roll
     * @throws IllegalArgumentException when the rolls do not begin with it, or lead to a contract that is not in the chain
     */
    public BarSeries front(String symbol, FuturesContract first, RollCalendar rolls) {
        BarSeries.Builder front =
                BarSeries.builder(symbol, listings.get(0).bars().timeframe());
        String contract = first.symbol();
        long from = Long.MIN_VALUE;
        for (Roll roll : rolls.rolls()) {
            if (!roll.from().equals(contract)) {
                throw new IllegalArgumentException(roll + " does not leave the front contract " + contract);
            }
            append(front, contract, from, roll.time());
            contract = roll.to();
            from = roll.time();
        }
        append(front, contract, from, Long.MAX_VALUE);
        return front.build();
    }

    private void append(BarSeries.Builder to, String contract, long from, long until) {
        BarSeries bars = listings.stream()
                .filter(listing -> listing.symbol().equals(contract))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there are no bars of " + contract + " in the chain"))
                .bars();
        int end = bars.firstAtOrAfter(until);
        for (int i = bars.firstAtOrAfter(from); i < end; i++) {
            to.add(bars.openTime(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
    }
}
