package futures.backtest.strategy;

import futures.javascript.Limits;
import futures.javascript.ScriptReader;
import futures.javascript.ScriptRuns;
import futures.javascript.ScriptSource;
import futures.javascript.ScriptTree;
import futures.javascript.TsxStrategy;
import futures.javascript.V8Library;
import futures.kit.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Strategies of the TSX Trading Bot: a file that has {@code processMarketData} in it, others beside it are its helpers, or a
 * folder with {@code index.js} or a {@code package.json}. Nothing of a script runs here.
 */
public final class ScriptKind implements StrategyKind {
    public static final String WORD = "javascript";
    static final String METHOD = "processMarketData";
    private static final int TIMERS = 10_000;
    private static final ScriptRuns RUNS = new ScriptRuns(Limits.STANDARD);

    ScriptKind() {}

    /** Scripts may run in this process, which may be lost. */
    public static void allowHere(Settings settings) {
        V8Library.allow(settings.path("directories.data").resolve("v8"), settings.integer("scripts.heap_mb"));
        RUNS.limit(new Limits(
                Duration.ofSeconds(settings.integer("scripts.call_seconds")),
                TIMERS,
                settings.integer("scripts.console_lines"),
                settings.integer("scripts.history_days"),
                settings.integer("scripts.most_history_days"),
                (long) settings.integer("scripts.console_file_mb") << 20));
    }

    /** What a script may use in this process. */
    public static Limits limits() {
        return RUNS.limits();
    }

    /**
     * A script of files that were read before.
     *
     * @throws IOException when there is none
     */
    public static ScriptSource source(String entry, Map<String, byte[]> files) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((path, content) -> texts.put(path, new String(content, StandardCharsets.UTF_8)));
        return ScriptReader.read(ScriptTree.of(texts), entry);
    }

    /**
     * Path of the script's own file in the strategies directory, where its entry is a folder.
     *
     * @throws IOException when there is none
     */
    static String main(StrategySource code) throws IOException {
        return ScriptReader.path(source(code.entry(), code.files()).entry());
    }

    /** Those of this process. */
    public static ScriptRuns runs() {
        return RUNS;
    }

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public String ending() {
        return ".js";
    }

    @Override
    public List<String> mediaTypes() {
        return List.of("text/javascript", "application/javascript");
    }

    @Override
    public boolean takes(Path entry) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
            return !name.equals("node_modules")
                    && (Files.isRegularFile(entry.resolve("index.js"))
                            || Files.isRegularFile(entry.resolve("package.json")));
        }
        return (name.endsWith(".js") || name.endsWith(".cjs")) && mentionsTheMethod(entry);
    }

    private static boolean mentionsTheMethod(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(METHOD);
        } catch (IOException e) {
            return true; // reading it again tells what is wrong
        }
    }

    /** With its helpers and packages. */
    @Override
    public List<Path> files(Path entry) throws IOException {
        Path directory = entry.getParent();
        ScriptSource source =
                ScriptReader.read(ScriptTree.on(directory), entry.getFileName().toString());
        return ScriptReader.paths(source).stream().map(directory::resolve).toList();
    }

    /** With the helpers and packages that lie in the directory already. */
    @Override
    public StrategySource uploaded(Path directory, String file, byte[] content) throws BrokenStrategy {
        ScriptTree stored = ScriptTree.on(directory);
        String text = StrategyFolder.text(file, content);
        ScriptTree tree = new ScriptTree() {
            @Override
            public boolean isFile(String path) throws IOException {
                return path.equals(file) || stored.isFile(path);
            }

            @Override
            public String text(String path) throws IOException {
                return path.equals(file) ? text : stored.text(path);
            }
        };
        try {
            TreeMap<String, byte[]> files = new TreeMap<>();
            ScriptReader.read(tree, file)
                    .files()
                    .forEach((path, read) -> files.put(ScriptReader.path(path), read.getBytes(StandardCharsets.UTF_8)));
            return new StrategySource(file, files);
        } catch (IOException e) {
            throw new BrokenStrategy(file, "what it requires cannot be read: " + e.getMessage());
        }
    }

    @Override
    public int mostBytes() {
        return 32 << 20;
    }

    @Override
    public List<LoadedCode> load(StrategySource source) throws BrokenStrategy {
        for (Map.Entry<String, byte[]> file : source.files().entrySet()) {
            StrategyFolder.text(file.getKey(), file.getValue()); // or it is refused
        }
        try {
            ScriptSource script = source(source.entry(), source.files());
            return List.of(new LoadedCode(script.name(), () -> new TsxStrategy(script, RUNS)));
        } catch (IOException e) {
            throw new BrokenStrategy(source.entry(), e.getMessage());
        }
    }
}
