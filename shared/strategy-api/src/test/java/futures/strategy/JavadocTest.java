package futures.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Javadoc that authors read is made without a warning: no link leads nowhere, no parameter is described that is not there. */
class JavadocTest {
    @Test
    void noWarning(@TempDir Path pages) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int end = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-quiet",
                        "-Xdoclint:all,-missing",
                        "-Werror",
                        "-d",
                        pages.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-sourcepath",
                        "src/main/java",
                        "-subpackages",
                        "futures.strategy");
        assertEquals("", said.toString());
        assertEquals(0, end);
        assertTrue(Files.exists(pages.resolve("futures/strategy/tsx/BotStrategy.html")));
    }
}
