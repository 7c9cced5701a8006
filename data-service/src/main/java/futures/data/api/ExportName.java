package futures.data.api;

import futures.data.source.BarHeader;
import futures.kit.http.Request;

/** The name under which a client keeps an answer, e.g. {@code MES_1m_2024-01-01_2024-12-31.parquet}. */
final class ExportName {
    private ExportName() {}

    /** @param format as the request names it */
    static String of(BarHeader header, Request request, String format) {
        // With the hours and the settlement of made bars: those of regular hours are not those of the whole day.
        String form =
                header.made() == null ? header.form() : header.made().form().toString();
        StringBuilder name = new StringBuilder(header.symbol())
                .append('_')
                .append(form.replace(':', '-').replace(' ', '-'));
        String start = request.text("start_date");
        String end = request.text("end_date");
        if (start != null) {
            name.append(end == null ? "_from_" : "_").append(start);
        }
        if (end != null) {
            name.append(start == null ? "_until_" : "_").append(end);
        }
        // An instant has colons, which no Windows file can have.
        return name.toString().replaceAll("[^A-Za-z0-9._@-]", "") + "." + ending(format);
    }

    /** The ending registered for an Arrow stream is not that of an Arrow file. */
    private static String ending(String format) {
        return format.equals("arrow") ? "arrows" : format;
    }
}
