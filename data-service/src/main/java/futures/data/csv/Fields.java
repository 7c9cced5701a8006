package futures.data.csv;

import java.nio.charset.StandardCharsets;

/** Where the fields of the current line lie in its bytes: quotes and blanks around a field do not belong to it. */
final class Fields {
    private static final int MOST = 256;

    private final byte separator;
    final int[] from = new int[MOST];
    final int[] to = new int[MOST];
    int count;

    Fields(byte separator) {
        this.separator = separator;
    }

    void split(byte[] bytes, int start, int end) {
        byte sign = separator;
        boolean quoted = false;
        int first = start;
        count = 0;
        for (int at = start; at < end; at++) {
            byte b = bytes[at];
            if (b == sign && !quoted) {
                set(bytes, first, at);
                first = at + 1;
            } else if (b == '"') {
                quoted = !quoted;
            }
        }
        set(bytes, first, end);
    }

    private void set(byte[] bytes, int start, int end) {
        int f = start;
        int t = end;
        while (f < t && isAround(bytes[f])) {
            f++;
        }
        while (t > f && isAround(bytes[t - 1])) {
            t--;
        }
        // Further fields than any price file has are of no interest.
        if (count < MOST) {
            from[count] = f;
            to[count++] = t;
        }
    }

    private static boolean isAround(byte b) {
        return b == ' ' || b == '"' || b == '\t';
    }

    String text(byte[] bytes, int field) {
        return new String(bytes, from[field], to[field] - from[field], StandardCharsets.UTF_8);
    }
}
