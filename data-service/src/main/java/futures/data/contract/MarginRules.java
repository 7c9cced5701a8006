package futures.data.contract;

import futures.data.contract.ContractRules.Violation;
import futures.wire.data.ContractMessage;
import futures.wire.data.MarginRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What must hold for the margins of a contract, by date or the same on all days. */
final class MarginRules {
    private static final int MOST_ROWS = 1_000;

    private MarginRules() {}

    /**
     * Margins as a complete spec has them.
     *
     * @param initial those of the newest row, where there are rows
     * @param rows    oldest first
     */
    record Margins(BigDecimal initial, BigDecimal maintenance, LocalDate date, List<MarginRow> rows) {}

    static Margins of(ContractMessage given) throws Violation {
        BigDecimal initial = given.initialMargin() != null ? given.initialMargin() : given.marginRequirement();
        if (given.marginRequirement() != null && given.marginRequirement().compareTo(initial) != 0) {
            throw new Violation("margin_requirement", "is another name of initial_margin and must be equal to it");
        }
        if (given.margins() == null || given.margins().isEmpty()) {
            if (initial != null) {
                Amounts.margin("initial_margin", initial);
            }
            maintenance("", "_margin", initial, given.maintenanceMargin());
            return new Margins(initial, given.maintenanceMargin(), given.marginDate(), List.of());
        }
        List<MarginRow> rows = rows(given.margins());
        MarginRow newest = rows.get(rows.size() - 1);
        agrees("initial_margin", initial, newest.initial(), newest);
        agrees("maintenance_margin", given.maintenanceMargin(), newest.maintenance(), newest);
        if (given.marginDate() != null && !given.marginDate().equals(newest.from())) {
            throw differs("margin_date", newest.from(), newest);
        }
        return new Margins(newest.initial(), newest.maintenance(), newest.from(), rows);
    }

    private static List<MarginRow> rows(List<MarginRow> given) throws Violation {
        if (given.size() > MOST_ROWS) {
            throw new Violation("margins", "must have at most " + MOST_ROWS + " rows, found " + given.size());
        }
        Set<LocalDate> days = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String place = "margins[" + i + "]";
            MarginRow row = given.get(i);
            if (row == null) {
                throw new Violation(place, "is missing");
            }
            if (row.from() == null) {
                throw new Violation(place + ".from", "is missing; say the first trading day of these margins");
            }
            if (!days.add(row.from())) {
                throw new Violation(place + ".from", "is there twice: " + row.from());
            }
            Amounts.margin(place + ".initial", row.initial());
            maintenance(place + ".", "", row.initial(), row.maintenance());
            if (row.dayTrade() != null) {
                Amounts.margin(place + ".day_trade", row.dayTrade());
            }
        }
        List<MarginRow> sorted = new ArrayList<>(given);
        sorted.sort(Comparator.comparing(MarginRow::from));
        return List.copyOf(sorted);
    }

    private static void maintenance(String before, String after, BigDecimal initial, BigDecimal maintenance)
            throws Violation {
        if (maintenance == null) {
            return;
        }
        String field = before + "maintenance" + after;
        Amounts.margin(field, maintenance);
        if (initial != null && maintenance.compareTo(initial) > 0) {
            throw new Violation(field, "must not be above " + before + "initial" + after);
        }
    }

    private static void agrees(String field, BigDecimal given, BigDecimal ofRow, MarginRow newest) throws Violation {
        if (given != null && (ofRow == null || given.compareTo(ofRow) != 0)) {
            throw differs(field, ofRow == null ? null : ofRow.toPlainString(), newest);
        }
    }

    private static Violation differs(String field, Object value, MarginRow newest) {
        return new Violation(
                field,
                "is that of the newest row of margins, from " + newest.from() + " on: "
                        + Objects.toString(value, "none") + "; change or add a row there, or leave " + field + " out");
    }
}
