package futures.backtest.strategy;

import futures.javascript.ScriptTree;
import futures.kit.http.Problem;
import futures.wire.backtest.BotInfo;
import futures.wire.backtest.StrategyError;
import futures.wire.backtest.StrategyInfo;
import futures.wire.backtest.StrategyText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Text of strategies' files as they lie in the directory now, to be shown and edited, so of broken ones too; of shipped strategies
 * as it is packaged with them.
 */
public final class SourceTexts {
    private static final String PACKAGED = "/sources/";

    private final StrategyRegistry strategies;
    private final StrategyFolder folder;

    public SourceTexts(StrategyRegistry strategies, Path directory) {
        this.strategies = strategies;
        this.folder = new StrategyFolder(directory);
    }

    /**
     * @param file one of {@link StrategyText#files()}; null: the strategy's own
     * @throws Problem 404 for an unknown strategy or file, 409 for a jar, 422 for one that cannot be read
     */
    public StrategyText read(String name, String file) {
        StrategyInfo info = strategies.describe(name);
        try {
            StrategySource code = code(info);
            String main = info.file() == null ? simple(info) : main(code);
            Set<String> files = files(info, code, main);
            String asked = file == null ? main : file;
            if (asked == null) {
                throw Problem.conflict(info.file() + " is a jar and has no text that could be shown.");
            }
            if (!files.contains(asked)) {
                throw Problem.notFound("There is no file " + asked + " of strategy " + name + "; there are "
                                + String.join(", ", files) + ".")
                        .field("file", asked, "no such file");
            }
            byte[] content = code.files().containsKey(asked) ? code.files().get(asked) : folder.any(asked);
            return new StrategyText(
                    name,
                    asked,
                    language(asked),
                    StrategyFolder.text(asked, content),
                    StrategyFiles.hash(content),
                    (info.file() != null && !asked.startsWith(ScriptTree.BESIDE))
                            || asked.endsWith(StrategyFolder.SETTINGS),
                    List.copyOf(files));
        } catch (BrokenStrategy e) {
            throw Problem.unprocessable(e.errors().get(0).oneLine() + ".");
        }
    }

    private Set<String> files(StrategyInfo info, StrategySource code, String main) {
        List<String> others = new ArrayList<>();
        others.add(info.name() + StrategyFolder.SETTINGS);
        others.addAll(info.bots().stream().map(BotInfo::file).toList());
        others.addAll(info.errors().stream().map(StrategyError::file).toList());
        Set<String> files = new LinkedHashSet<>();
        if (main != null) {
            files.add(main);
            files.addAll(code.files().keySet());
        }
        others.stream()
                .filter(other -> other != null && !other.endsWith(".jar"))
                .filter(other -> Files.isRegularFile(folder.directory().resolve(other)))
                .forEach(files::add);
        return files;
    }

    private StrategySource code(StrategyInfo info) throws BrokenStrategy {
        if (info.file() == null) {
            String file = simple(info);
            return StrategySource.of(file, packaged(info.name()));
        }
        StrategyKind kind = StrategyKinds.called(info.kind());
        return kind instanceof JarKind
                ? new StrategySource(info.file(), new TreeMap<>())
                : folder.read(info.file(), kind);
    }

    /** Null when there is none to show. */
    private static String main(StrategySource code) {
        if (code.files().isEmpty() || code.files().containsKey(code.entry())) {
            return code.files().isEmpty() ? null : code.entry();
        }
        try {
            return ScriptKind.main(code);
        } catch (IOException e) {
            return code.files().firstKey();
        }
    }

    private String simple(StrategyInfo info) {
        return type(info.name()).replaceFirst(".*\\.", "") + ".java";
    }

    /** Binary name of a shipped strategy's class. */
    private String type(String name) {
        return strategies.ownerOf(name).orElseThrow();
    }

    private byte[] packaged(String name) {
        String path = PACKAGED + type(name).replace('.', '/') + ".java";
        try (InputStream in = SourceTexts.class.getResourceAsStream(path)) {
            if (in == null) {
                throw Problem.notFound("The source of the shipped strategy " + name + " is not packaged with it.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static String language(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1);
        return switch (ending) {
            case "js", "cjs" -> "javascript";
            default -> ending;
        };
    }
}
