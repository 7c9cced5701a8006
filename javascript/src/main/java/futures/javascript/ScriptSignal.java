package futures.javascript;

import futures.strategy.tsx.Signal;
import futures.strategy.tsx.Signal.CloseType;
import futures.strategy.tsx.Signal.Direction;
import java.util.Arrays;
import java.util.List;

/**
 * A signal as it comes out of V8.
 *
 * @param signal what the host acts on
 * @param json   the whole signal as the script gave it; empty unless the facts ask for {@code wholeSignals}
 */
record ScriptSignal(Signal signal, String json) {
    static final char SEPARATOR = '\u0001';
    private static final int FIELDS = 8;
    private static final String END = "\u0002";

    /** Signals one after the other. */
    static List<ScriptSignal> parse(String all) {
        return all.isEmpty()
                ? List.of()
                : Arrays.stream(all.split(END)).map(ScriptSignal::one).toList();
    }

    private static ScriptSignal one(String fields) {
        String[] parts = fields.split(String.valueOf(SEPARATOR), -1);
        if (parts.length != FIELDS) { // only a script that changes what text is comes to this
            throw new ScriptFailed("a signal of the script cannot be read: " + fields);
        }
        Signal signal = Signal.of(parts[0].equals("CLOSE") ? Direction.CLOSE_POSITION : Direction.valueOf(parts[0]))
                .entryPrice(number(parts[1]))
                .stopLoss(number(parts[2]))
                .takeProfit(number(parts[3]))
                .positionSize(number(parts[4]))
                .closeType(Boolean.parseBoolean(parts[5]) ? CloseType.PARTIAL : CloseType.FULL)
                .reason(parts[6])
                .build();
        return new ScriptSignal(signal, parts[7]);
    }

    private static double number(String text) {
        return switch (text) {
            case "NaN", "Infinity", "-Infinity" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
