package futures.model.roll;

import futures.model.FuturesContract;
import java.time.LocalDate;

/**
 * A contract of a chain.
 *
 * @param symbol      its name in rolls and warnings
 * @param lastDay     the last day on which it trades; when it is no trading day, the one before counts
 * @param firstNotice from which day on its holder may be told to take delivery; null: it has none, or it is not known
 */
public record Listing(
        String symbol, FuturesContract contract, ContractHistory history, LocalDate lastDay, LocalDate firstNotice) {}
