package futures.backtest;

import futures.backtest.strategy.compile.SourceCompiler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Sources of strategies that tests drop. */
final class DroppedCode {
    private DroppedCode() {}

    /** A cross of two averages, without a package, as in the README; the call of {@code crossesAbove} is in line 18. */
    static String cross(String name, int stop) {
        return """
                import futures.model.Order;
                import futures.strategy.*;

                public final class %s extends Strategy {
                    private final IntParameter fast = integer("fast_period", 10, 2, 50, 1, "bars in the fast average");
                    private final IntParameter slow = integer("slow_period", 20, 5, 200, 5, "bars in the slow average");
                    private Line quick;
                    private Line calm;

                    @Override
                    protected void start(Setup setup) {
                        quick = setup.sma(fast.value());
                        calm = setup.sma(slow.value());
                    }

                    @Override
                    protected void onBar(Bars bars, Broker broker) {
                        if (quick.crossesAbove(calm) && broker.flat()) {
                            broker.send(Order.buy(1).withStop(%d).withTarget(32));
                        }
                    }
                }
                """.formatted(name, stop);
    }

    /** A jar of two crosses with their stops. */
    static void jar(Path file, String one, int stop, String other, int otherStop) throws IOException {
        jar(file, Map.of(one, cross(one, stop), other, cross(other, otherStop)));
    }

    /** A jar of strategies by their binary names. */
    static void jar(Path file, Map<String, String> sources) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "META-INF/services/futures.strategy.Strategy",
                String.join("\n", new TreeSet<>(sources.keySet())).getBytes(StandardCharsets.UTF_8));
        sources.forEach((name, source) -> SourceCompiler.compile(
                        name.replaceFirst(".*\\.", "") + ".java", source, DroppedCode.class.getClassLoader())
                .classes()
                .forEach((type, content) -> entries.put(type.replace('.', '/') + ".class", content)));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }
}
