package futures.backtest.strategy;

import futures.backtest.strategy.compile.Compiled;
import futures.backtest.strategy.compile.MemoryLoader;
import futures.backtest.strategy.compile.SourceCompiler;
import futures.strategy.Strategy;
import futures.wire.backtest.StrategyError;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code MyCross.java}: compiled in memory, its strategy is the class {@code MyCross}. */
final class JavaKind implements StrategyKind {
    private static final String ENDING = ".java";
    private static final int MOST_BYTES = 1_000_000;

    @Override
    public String word() {
        return "java";
    }

    @Override
    public String ending() {
        return ENDING;
    }

    @Override
    public List<String> mediaTypes() {
        return List.of("text/x-java-source", "text/x-java");
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
        String name = nameOf(file);
        ClassLoader parent = Strategy.class.getClassLoader();
        Compiled compiled = SourceCompiler.compile(file, text(source), parent);
        if (!compiled.errors().isEmpty()) {
            throw new BrokenStrategy(compiled.errors());
        }
        String binary = compiled.classes().keySet().stream()
                .filter(type -> type.equals(name) || type.endsWith("." + name))
                .findFirst()
                .orElseThrow(() -> new BrokenStrategy(file, "there is no class " + name + " in it" + found(compiled)));
        StrategyClasses.refuseExits(file, compiled.classes());
        LoadedCode code = load(file, binary, new MemoryLoader(compiled.classes(), Map.of(), parent));
        if (!code.name().equals(name)) {
            throw new BrokenStrategy(
                    file,
                    "name() gives '" + code.name() + "'; call the file and its class so, or leave name() as it is");
        }
        return List.of(code);
    }

    private static LoadedCode load(String file, String binary, ClassLoader loader) throws BrokenStrategy {
        try {
            return StrategyClasses.check(file, loader.loadClass(binary));
        } catch (ClassNotFoundException | LinkageError e) {
            throw new BrokenStrategy(file, "class " + binary + " cannot be loaded: " + e);
        }
    }

    private static String found(Compiled compiled) {
        List<String> others = compiled.classes().keySet().stream()
                .filter(type -> !type.contains("$"))
                .sorted()
                .toList();
        return others.isEmpty() ? "" : ", only " + String.join(", ", others);
    }

    private static String text(StrategySource source) throws BrokenStrategy {
        ByteBuffer bytes = ByteBuffer.wrap(source.content());
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            int column = 1;
            for (int i = 0; i < bytes.position(); i++) {
                boolean ends = bytes.get(i) == '\n';
                line += ends ? 1 : 0;
                column = ends ? 1 : column + 1;
            }
            throw new BrokenStrategy(List.of(
                    new StrategyError(source.entry(), line, column, null, "not UTF-8; save the file as UTF-8")));
        }
    }
}
