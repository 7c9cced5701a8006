package futures.javascript;

import futures.strategy.tsx.Signal;
import futures.strategy.tsx.Signal.CloseType;
import futures.strategy.tsx.Signal.Direction;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.ArrayList;
import java.util.List;

/** Signals on their way out of V8: their numbers are in memory that it writes to, for to make text of a number costs more than a light script. */
final class SignalBuffer {
    static final char SEPARATOR = '\u0001';
    private static final int MOST = 1000;
    /**
     * How many there are; then of each the number of its price, its direction, entry, stop, target, size, 1 where a part is closed, and 1
     * where its texts are others than those of the one before. The host's part {@code bot} knows these places.
     */
    private static final int HEAD = 1;

    private static final int EACH = 8;
    private static final Direction[] DIRECTIONS = {Direction.LONG, Direction.SHORT, Direction.CLOSE_POSITION};

    private final ByteBuffer memory =
            ByteBuffer.allocateDirect((HEAD + MOST * EACH) * Double.BYTES).order(ByteOrder.nativeOrder());
    private final DoubleBuffer words = memory.asDoubleBuffer();

    /** To be shared; lives as long as this. */
    ByteBuffer memory() {
        return memory;
    }

    /** Whether more may wait than there was room for. */
    boolean full() {
        return words.get(0) == MOST;
    }

    /** @param texts reason and JSON, each with a separator behind it, of those whose texts are others than the last one's */
    List<ScriptSignal> read(String texts) {
        int count = (int) words.get(0);
        List<ScriptSignal> signals = new ArrayList<>(count);
        String reason = "";
        String json = "";
        int from = 0;
        for (int i = 0; i < count; i++) {
            int at = HEAD + EACH * i;
            if (words.get(at + 7) != 0) {
                int middle = texts.indexOf(SEPARATOR, from);
                int end = texts.indexOf(SEPARATOR, middle + 1);
                if (middle < 0 || end < 0) { // only a script that changes what text is comes to this
                    throw new ScriptFailed("a signal of the script cannot be read: " + texts);
                }
                reason = texts.substring(from, middle);
                json = texts.substring(middle + 1, end);
                from = end + 1;
            }
            signals.add(one(at, reason, json));
        }
        return signals;
    }

    private ScriptSignal one(int at, String reason, String json) {
        Signal signal = Signal.of(DIRECTIONS[(int) words.get(at + 1)])
                .entryPrice(number(at + 2))
                .stopLoss(number(at + 3))
                .takeProfit(number(at + 4))
                .positionSize(number(at + 5))
                .closeType(words.get(at + 6) == 0 ? CloseType.FULL : CloseType.PARTIAL)
                .reason(reason)
                .build();
        return new ScriptSignal((int) words.get(at), signal, json);
    }

    private double number(int at) {
        double number = words.get(at);
        return Double.isFinite(number) ? number : Double.NaN;
    }
}
