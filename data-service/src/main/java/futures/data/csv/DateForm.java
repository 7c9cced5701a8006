package futures.data.csv;

import java.util.Arrays;
import java.util.Optional;

/** How a file writes its dates. Any of {@code / - .} may stand between day, month and year. */
public enum DateForm {
    /** {@code 2024-01-31}, the date of ISO 8601. */
    ISO("yyyy-MM-dd"),
    /** {@code 20240131}. */
    COMPACT("yyyyMMdd"),
    /** {@code 31/01/2024}. */
    DAY_FIRST("dd/MM/yyyy"),
    /** {@code 01/31/2024}. */
    MONTH_FIRST("MM/dd/yyyy"),
    /** Seconds, milli-, micro- or nanoseconds since 1970 in UTC, told apart by their digits. */
    EPOCH("epoch");

    private final String text;

    DateForm(String text) {
        this.text = text;
    }

    /** As the import parameter {@code date_format} says it. */
    public String text() {
        return text;
    }

    public static Optional<DateForm> parse(String text) {
        return Arrays.stream(values()).filter(form -> form.text.equals(text)).findFirst();
    }
}
