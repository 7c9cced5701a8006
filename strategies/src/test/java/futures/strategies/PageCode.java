package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.strategy.Strategy;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Code that a document shows. */
final class PageCode {
    private PageCode() {}

    /** The block of this language that has these words in it, without the indentation of a list. */
    static String block(String document, String language, String words) throws IOException {
        String text = Files.readString(Path.of("..", document)).replace("\n   ", "\n");
        int found = text.indexOf(words);
        assertTrue(found >= 0, () -> document + " does not show " + words);
        String fence = "```" + language + "\n";
        int from = text.lastIndexOf(fence, found) + fence.length();
        return text.substring(from, text.indexOf("```", found));
    }

    static void compiled(Path directory, String name, String code, Consumer<Supplier<Strategy>> use) throws Exception {
        Path source = directory.resolve(name + ".java");
        Files.writeString(source, code);
        compile(source);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            Class<? extends Strategy> type = loader.loadClass(name).asSubclass(Strategy.class);
            use.accept(() -> make(type));
        }
    }

    private static Strategy make(Class<? extends Strategy> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of(
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "-d",
                                    source.getParent().toString()),
                            null,
                            files.getJavaFileObjects(source))
                    .call();
            assertEquals("", messages.toString());
            assertTrue(compiled);
        }
    }
}
