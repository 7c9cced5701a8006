package futures.backtest.strategy.compile;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds calls that would end the service in a class file's constants (The Java Virtual Machine Specification, section 4.4).
 * It is a guard against slips, not against malice: by reflection anything can still be called.
 */
public final class ExitCalls {
    private static final Set<String> ENDING =
            Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    private ExitCalls() {}

    /** The first such call, {@code System.exit}. */
    public static Optional<String> in(byte[] classFile) {
        Map<Integer, String> texts = new HashMap<>();
        Map<Integer, int[]> pairs = new HashMap<>();
        Map<Integer, int[]> methods = new HashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case UTF8 -> texts.put(i, in.readUTF());
                    case CLASS, 8, 16, 19, 20 -> pairs.put(i, new int[] {in.readUnsignedShort()});
                    case METHOD -> methods.put(i, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
                    case NAME_AND_TYPE -> pairs.put(i, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
                    case 15 -> in.skipNBytes(3);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++; // long and double take two places
                    }
                    default -> in.skipNBytes(4);
                }
            }
        } catch (IOException e) {
            return Optional.empty(); // no class file; loading it says so
        }
        return methods.values().stream()
                .filter(method -> pairs.containsKey(method[0]) && pairs.containsKey(method[1]))
                .map(method -> texts.get(pairs.get(method[0])[0]) + "." + texts.get(pairs.get(method[1])[0]))
                .filter(ENDING::contains)
                .map(call -> call.substring("java/lang/".length()))
                .findFirst();
    }
}
