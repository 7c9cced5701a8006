package futures.model.roll;

import futures.model.Roll;
import futures.model.TickGrid;
import futures.model.TradingCalendar;
import futures.model.roll.ContractHistory.CommonClose;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Gives rolls their prices: the closes of the last bar before a roll that both contracts have, on the tick grid. */
final class RollPrices {
    private final TradingCalendar calendar;
    private final TickGrid grid;
    private final List<String> warnings;

    /** @param warnings are added to */
    RollPrices(TradingCalendar calendar, TickGrid grid, List<String> warnings) {
        this.calendar = calendar;
        this.grid = grid;
        this.warnings = warnings;
    }

    /**
     * @param time of the roll, within the trading day
     * @return null, with a warning, when there is no price for it
     */
    Roll roll(Listing front, Listing next, long time, LocalDate day) {
        String which = "the roll from " + front.symbol() + " to " + next.symbol() + " on " + day;
        Optional<CommonClose> common = ContractHistory.lastCommon(front.history(), next.history(), time);
        if (common.isEmpty()) {
            warnings.add(which + " has no price: there is no bar before it in which both traded. The calendar ends in "
                    + front.symbol() + "; import the missing bars, or leave one of the two out");
            return null;
        }
        CommonClose closes = common.get();
        LocalDate dayOfPrice = calendar.tradingDay(closes.time());
        if (calendar.tradingDay(calendar.endOf(dayOfPrice)).isBefore(day)) {
            warnings.add(which + " has the prices of " + Instant.ofEpochMilli(closes.time())
                    + ": there is no later bar before it in which both traded");
        }
        return new Roll(
                time,
                front.symbol(),
                next.symbol(),
                onGrid(front, closes.old(), which),
                onGrid(next, closes.young(), which));
    }

    private BigDecimal onGrid(Listing listing, double close, String which) {
        BigDecimal price = grid.tickSize().multiply(BigDecimal.valueOf(grid.nearest(close)));
        if (!grid.isOnGrid(close)) {
            warnings.add(which + " has " + price.toPlainString() + " for " + listing.symbol()
                    + ", the nearest tick to its close of "
                    + BigDecimal.valueOf(close).toPlainString());
        }
        return price;
    }
}
