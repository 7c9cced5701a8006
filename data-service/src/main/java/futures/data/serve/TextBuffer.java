package futures.data.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Writes numbers and times as ASCII without making a string of each. */
final class TextBuffer {
    private static final int SIZE = 1 << 16;
    private static final int LONGEST = 64;
    private static final long DAY_MS = 86_400_000;

    private final OutputStream out;
    private final byte[] bytes = new byte[SIZE];
    private final byte[] digits = new byte[24];
    private byte[] date = new byte[0];
    private long dateDay = Long.MIN_VALUE;
    private int at;

    TextBuffer(OutputStream out) {
        this.out = out;
    }

    TextBuffer text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        flush();
        out.write(utf8);
        return this;
    }

    /** A short ASCII constant. */
    TextBuffer ascii(byte[] constant) throws IOException {
        room();
        System.arraycopy(constant, 0, bytes, at, constant.length);
        at += constant.length;
        return this;
    }

    /** {@code value / 10^decimals}, without trailing zeros: 500025 with 2 decimals is 5000.25, 500000 is 5000. */
    TextBuffer decimal(long value, int decimals) throws IOException {
        room();
        long left = value;
        int point = decimals;
        while (point > 0 && left % 10 == 0) {
            left /= 10;
            point--;
        }
        boolean negative = left < 0;
        int first = digits.length;
        int written = 0;
        do {
            digits[--first] = (byte) ('0' + Math.abs(left % 10));
            left /= 10;
            if (++written == point) {
                digits[--first] = '.';
            }
        } while (left != 0 || written <= point);
        if (negative) {
            digits[--first] = '-';
        }
        System.arraycopy(digits, first, bytes, at, digits.length - first);
        at += digits.length - first;
        return this;
    }

    /** {@code 2024-01-31T23:00:00Z}, with milliseconds where there are some. */
    TextBuffer time(long epochMillis) throws IOException {
        room();
        long day = Math.floorDiv(epochMillis, DAY_MS);
        if (day != dateDay) {
            date = (LocalDate.ofEpochDay(day) + "T").getBytes(StandardCharsets.US_ASCII);
            dateDay = day;
        }
        System.arraycopy(date, 0, bytes, at, date.length);
        at += date.length;
        int millis = (int) (epochMillis - day * DAY_MS);
        int seconds = millis / 1000;
        two(seconds / 3600);
        bytes[at++] = ':';
        two(seconds / 60 % 60);
        bytes[at++] = ':';
        two(seconds % 60);
        if (millis % 1000 != 0) {
            bytes[at++] = '.';
            bytes[at++] = (byte) ('0' + millis / 100 % 10);
            two(millis % 100);
        }
        bytes[at++] = 'Z';
        return this;
    }

    private void two(int number) {
        bytes[at++] = (byte) ('0' + number / 10);
        bytes[at++] = (byte) ('0' + number % 10);
    }

    private void room() throws IOException {
        if (at > SIZE - LONGEST) {
            flush();
        }
    }

    void flush() throws IOException {
        out.write(bytes, 0, at);
        at = 0;
    }
}
