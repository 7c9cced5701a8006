package futures.model.roll;

import futures.model.BarSeries;
import futures.model.FuturesContract;
import java.time.LocalDate;

/**
 * A contract of a chain.
 *
 * @param lastDay the last trading day on which it trades
 */
record Listing(FuturesContract contract, BarSeries bars, LocalDate lastDay) {
    String symbol() {
        return contract.symbol();
    }
}
