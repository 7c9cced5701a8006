package futures.data.csv;

import futures.model.SessionHours;
import futures.model.Timeframe;
import java.time.ZoneId;

/**
 * How to read one file.
 *
 * @param headerLines lines before the first row
 * @param fixedPoint  whether prices are integers of 10<sup>-9</sup>, as Databento writes them
 * @param only        take only rows whose symbol column says this; null takes all
 * @param session     hours by which a date without a time becomes an instant
 */
public record Dialect(
        String program,
        char separator,
        int headerLines,
        Columns columns,
        DateForm dateForm,
        char decimalMark,
        boolean fixedPoint,
        ZoneId zone,
        Stamps stamps,
        Timeframe timeframe,
        String only,
        SessionHours session) {

    /** In one line, for reports. */
    public String text() {
        String fields = separator == '\t' ? "tab" : "'" + separator + "'";
        return program + ": separator " + fields + ", dates " + dateForm.text()
                + (dateForm == DateForm.EPOCH ? " (UTC)" : ", local times of " + zone) + ", decimal mark '"
                + decimalMark
                + "'" + (fixedPoint ? ", prices are integers of 1e-9" : "") + ", " + timeframe
                + " bars stamped at their "
                + (stamps == Stamps.OPEN ? "open" : "close");
    }
}
