package futures.backtest.serve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Comma-separated lines: CRLF after each, and quotes around a field that holds a comma, a quote or a line break.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class Csv {
    static final String MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

    private final Writer out;
    private boolean begun;

    Csv(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 65_536);
    }

    /** Null is an empty field. */
    Csv field(String text) throws IOException {
        if (begun) {
            out.write(',');
        }
        begun = true;
        if (text != null) {
            out.write(needsQuotes(text) ? '"' + text.replace("\"", "\"\"") + '"' : text);
        }
        return this;
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return true;
            }
        }
        return false;
    }

    void line() throws IOException {
        out.write("\r\n");
        begun = false;
    }

    void flush() throws IOException {
        out.flush();
    }
}
