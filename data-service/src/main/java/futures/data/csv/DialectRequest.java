package futures.data.csv;

import futures.model.SessionHours;
import futures.model.Timeframe;
import java.time.ZoneId;

/**
 * What the user said about a file; null leaves a thing to be told from the file.
 *
 * @param zone    zone of local times, always known: the user's or the default of the settings
 * @param session hours of the product, for dates without a time
 */
public record DialectRequest(
        Character separator,
        Columns columns,
        DateForm dateForm,
        ZoneId zone,
        Stamps stamps,
        Timeframe timeframe,
        String only,
        SessionHours session) {

    public DialectRequest with(DateForm form) {
        return new DialectRequest(separator, columns, form, zone, stamps, timeframe, only, session);
    }
}
