package futures.engine;

import futures.model.ContractSpec;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What margin a contract needed from which trading day on. Immutable. */
public final class MarginTable {
    /**
     * Money per contract, in the contract's currency; null where it is not known or not asked for.
     *
     * @param initial     to open
     * @param maintenance to hold
     * @param dayTrade    to open and hold within a trading day, in place of the other two
     */
    public record Margins(BigDecimal initial, BigDecimal maintenance, BigDecimal dayTrade) {
        static final Margins NONE = new Margins(null, null, null);

        public Margins {
            for (BigDecimal amount : new BigDecimal[] {initial, maintenance, dayTrade}) {
                if (amount != null && amount.signum() < 0) {
                    throw new IllegalArgumentException("a margin must not be negative, found " + amount);
                }
            }
        }

        @Override
        public String toString() {
            return text(initial) + "/" + text(maintenance) + "/" + text(dayTrade);
        }

        private static String text(BigDecimal amount) {
            return amount == null ? "-" : amount.stripTrailingZeros().toPlainString();
        }
    }

    private final NavigableMap<LocalDate, Margins> byDay;

    private MarginTable(Map<LocalDate, Margins> byDay) {
        this.byDay = new TreeMap<>(byDay);
    }

    /** The contract's own margins, on all days. */
    public static MarginTable of(ContractSpec contract) {
        return new MarginTable(
                Map.of(LocalDate.MIN, new Margins(contract.initialMargin(), contract.maintenanceMargin(), null)));
    }

    /** Margins by the first trading day on which they were in force; before the earliest there are none. */
    public static MarginTable dated(Map<LocalDate, Margins> byDay) {
        return new MarginTable(byDay);
    }

    public Margins on(LocalDate tradingDay) {
        Map.Entry<LocalDate, Margins> entry = byDay.floorEntry(tradingDay);
        return entry == null ? Margins.NONE : entry.getValue();
    }

    /** SHA-256 of all rows, in lower-case hexadecimal. */
    public String hash() {
        Sha256 hash = new Sha256();
        byDay.forEach((day, margins) -> hash.add(day.toString()).add(margins.toString()));
        return hash.hex();
    }

    /** First days of the rows, oldest first. */
    public List<LocalDate> days() {
        return new ArrayList<>(byDay.keySet());
    }
}
