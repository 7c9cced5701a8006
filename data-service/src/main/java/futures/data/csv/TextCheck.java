package futures.data.csv;

/** Tells from the first bytes of a file why it cannot be read as lines of text, for a better answer than "no separator". */
final class TextCheck {
    private TextCheck() {}

    /** What is wrong, as the rest of a sentence; null when nothing is. */
    static String fault(byte[] head) {
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            return "is UTF-16 text; save it as UTF-8";
        }
        boolean returns = false;
        boolean feeds = false;
        for (byte b : head) {
            if (b == 0) {
                return "is no text: it holds zero bytes; if it is UTF-16, save it as UTF-8";
            }
            returns |= b == '\r';
            feeds |= b == '\n';
        }
        return returns && !feeds ? "ends its lines with CR alone; save it with line ends LF or CRLF" : null;
    }

    private static boolean startsWith(byte[] head, int first, int second) {
        return head.length >= 2 && (head[0] & 0xFF) == first && (head[1] & 0xFF) == second;
    }
}
