package futures.backtest.strategy;

import futures.backtest.strategy.compile.MemoryLoader;
import futures.strategy.Strategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A jar whose {@code META-INF/services/futures.strategy.Strategy} names its strategies. */
final class JarKind implements StrategyKind {
    private static final String ENDING = ".jar";
    private static final String SERVICES = "META-INF/services/" + Strategy.class.getName();
    private static final int MOST_BYTES = 10_000_000;
    private static final int MOST_UNPACKED = 50_000_000;

    @Override
    public String word() {
        return "jar";
    }

    @Override
    public String ending() {
        return ENDING;
    }

    @Override
    public List<String> mediaTypes() {
        return List.of("application/java-archive");
    }

    @Override
    public boolean takes(Path entry) {
        return entry.getFileName().toString().endsWith(ENDING) && !Files.isDirectory(entry);
    }

    @Override
    public int mostBytes() {
        return MOST_BYTES;
    }

    @Override
    public List<LoadedCode> load(StrategySource source) throws BrokenStrategy {
        String file = source.entry();
        Map<String, byte[]> classes = new HashMap<>();
        Map<String, byte[]> resources = new HashMap<>();
        unpack(source, classes, resources);
        if (!resources.containsKey(SERVICES)) {
            throw new BrokenStrategy(file, "no jar of strategies: it has no " + SERVICES);
        }
        StrategyClasses.refuseExits(file, classes);
        MemoryLoader loader = new MemoryLoader(classes, resources, Strategy.class.getClassLoader());
        List<LoadedCode> found = new ArrayList<>();
        try {
            for (var provider :
                    ServiceLoader.load(Strategy.class, loader).stream().toList()) {
                if (provider.type().getClassLoader() == loader) {
                    found.add(StrategyClasses.check(file, provider.type()));
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new BrokenStrategy(file, "its strategies cannot be loaded: " + e.getMessage());
        }
        if (found.isEmpty()) {
            throw new BrokenStrategy(file, "its " + SERVICES + " names no class of its own");
        }
        return found;
    }

    private static void unpack(StrategySource source, Map<String, byte[]> classes, Map<String, byte[]> resources)
            throws BrokenStrategy {
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(source.content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = zip.readNBytes((int) (MOST_UNPACKED + 1 - unpacked));
                unpacked += content.length;
                if (unpacked > MOST_UNPACKED) {
                    throw new BrokenStrategy(source.entry(), "unpacked it is larger than 50 MB");
                }
                String path = entry.getName();
                if (path.endsWith(".class")) {
                    classes.put(
                            path.substring(0, path.length() - ".class".length()).replace('/', '.'), content);
                }
                resources.put(path, content);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new BrokenStrategy(source.entry(), "not a whole jar: " + e.getMessage());
        }
    }
}
