package futures.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of a stream as ranges of one byte array that is used again and again. A line ends with LF or CRLF. */
final class Lines {
    static final int LONGEST = 4096;
    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    byte[] bytes = new byte[BUFFER];
    /** Range of the current line, without its end. */
    int start;

    int end;
    /** Number of the current line, counted from 1. */
    long number;

    private int next;
    private int filled;
    private boolean finished;

    Lines(InputStream in) {
        this.in = in;
    }

    /** @throws RowError when the line is longer than any row; reading can go on after it */
    boolean advance() throws IOException, RowError {
        int from = next;
        int scan = next;
        while (true) {
            while (scan < filled && bytes[scan] != '\n') {
                scan++;
            }
            if (scan < filled) {
                next = scan + 1;
                set(from, scan);
                return true;
            }
            if (finished) {
                boolean some = from < filled;
                next = filled;
                if (some) {
                    set(from, filled);
                }
                return some;
            }
            if (scan - from > LONGEST) {
                skipLine(scan);
                number++;
                throw new RowError("the line is longer than " + LONGEST + " bytes");
            }
            scan -= from;
            from = refill(from);
            scan += from;
        }
    }

    /** Keeps the bytes of the line under way, moves them to the front and reads on. */
    private int refill(int from) throws IOException {
        int kept = filled - from;
        System.arraycopy(bytes, from, bytes, 0, kept);
        filled = kept;
        next = 0;
        int read = in.read(bytes, filled, bytes.length - filled);
        if (read < 0) {
            finished = true;
        } else {
            filled += read;
        }
        return 0;
    }

    private void skipLine(int scan) throws IOException {
        int at = scan;
        while (true) {
            while (at < filled && bytes[at] != '\n') {
                at++;
            }
            if (at < filled || finished) {
                next = Math.min(at + 1, filled);
                start = end = next;
                return;
            }
            next = filled;
            refill(filled);
            at = 0;
        }
    }

    private void set(int from, int to) throws RowError {
        start = from;
        end = to > from && bytes[to - 1] == '\r' ? to - 1 : to;
        number++;
        if (number == 1 && end - start >= 3 && startsWithMark()) {
            start += 3;
        }
        if (end - start > LONGEST) {
            throw new RowError("the line is longer than " + LONGEST + " bytes");
        }
    }

    /** The byte order mark that some programs put before UTF-8. */
    private boolean startsWithMark() {
        return (bytes[start] & 0xFF) == 0xEF && (bytes[start + 1] & 0xFF) == 0xBB && (bytes[start + 2] & 0xFF) == 0xBF;
    }

    boolean isBlank() {
        for (int i = start; i < end; i++) {
            if (bytes[i] > ' ') {
                return false;
            }
        }
        return true;
    }

    /** The current line, cut at a length that a report can show. */
    String text() {
        return new String(bytes, start, Math.min(end - start, 200), StandardCharsets.UTF_8);
    }
}
