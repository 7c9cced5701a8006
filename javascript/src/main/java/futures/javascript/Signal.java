package futures.javascript;

/**
 * What a script wants done.
 *
 * @param way     LONG, SHORT or CLOSE
 * @param entry   its idea of the price; NaN when it has none
 * @param stop    price; NaN for none
 * @param target  price; NaN for none
 * @param size    contracts; NaN when it does not say
 * @param partial close a part only
 * @param json    the whole signal as the script gave it
 */
record Signal(
        Way way, double entry, double stop, double target, double size, boolean partial, String reason, String json) {
    enum Way {
        LONG,
        SHORT,
        CLOSE
    }

    static final char SEPARATOR = '\u0001';

    static Signal parse(String fields) {
        String[] parts = fields.split(String.valueOf(SEPARATOR), -1);
        return new Signal(
                Way.valueOf(parts[0]),
                number(parts[1]),
                number(parts[2]),
                number(parts[3]),
                number(parts[4]),
                Boolean.parseBoolean(parts[5]),
                parts[6],
                parts[7]);
    }

    private static double number(String text) {
        return switch (text) {
            case "NaN", "Infinity", "-Infinity" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
