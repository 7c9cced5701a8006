package futures.portfolio.broker;

import futures.portfolio.broker.Sheet.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Locale;

/** The cells of one line by the names of their columns. */
record Cells(Sheet sheet, Line line, Stamps stamps) {
    String given(String column) throws RowFault {
        String text = line.cell(sheet.column(column));
        if (text.isEmpty()) {
            throw new RowFault(column + " is empty");
        }
        return text;
    }

    Instant time(String column) throws RowFault {
        return stamps.parse(column, given(column));
    }

    BigDecimal number(String column) throws RowFault {
        return Amount.of(column, given(column), sheet.separator());
    }

    int contracts(String column) throws RowFault {
        return Amount.contracts(column, given(column), sheet.separator());
    }

    /** Rounded to the cent, halves to the even one; null when the cell is empty. */
    BigDecimal costs(String column) throws RowFault {
        String text = line.cell(sheet.column(column));
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal costs = Amount.of(column, text, sheet.separator()).abs();
        return costs.setScale(2, RoundingMode.HALF_EVEN);
    }

    /** {@code Buy}, {@code B}, {@code BuyToCover}; {@code Sell}, {@code S}, {@code SellShort}. */
    boolean isBuy(String column) throws RowFault {
        String text = given(column).toLowerCase(Locale.ROOT).replace(" ", "");
        return switch (text) {
            case "buy", "b", "buytocover" -> true;
            case "sell", "s", "sellshort" -> false;
            default -> throw new RowFault(column + " '" + given(column) + "' is neither Buy nor Sell");
        };
    }
}
