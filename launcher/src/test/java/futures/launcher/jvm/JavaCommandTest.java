package futures.launcher.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCommandTest {
    @Test
    void machinesThatKnowMoreThanAsciiKeepTheirLocale() {
        assertEquals(Map.of(), JavaCommand.environment("UTF-8"));
        assertEquals(Map.of(), JavaCommand.environment("ISO-8859-1"));
        assertEquals(Map.of(), JavaCommand.environment(null));
    }

    @Test
    void inTheLocaleCAServiceKnowsFilesOfAnyName(@TempDir Path folder) throws Exception {
        Path classes = Path.of(
                getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
        ProcessBuilder builder = new ProcessBuilder(
                        JavaCommand.java(), "-cp", classes.toString(), FileOfAnyName.class.getName(), folder.toString())
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(JavaCommand.environment("ANSI_X3.4-1968"));
        Process java = builder.start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertEquals(0, java.waitFor(), said);
        assertEquals("found", said);
    }

    /** Makes a file and looks for it. */
    static final class FileOfAnyName {
        private static final String NAME = "K\u00e4se \u30c1\u30fc\u30ba.csv";

        public static void main(String[] args) throws IOException {
            Path folder = Path.of(args[0]);
            Files.createFile(folder.resolve(NAME));
            try (Stream<Path> files = Files.list(folder)) {
                System.out.print(
                        files.anyMatch(file -> file.getFileName().toString().equals(NAME)) ? "found" : "lost");
            }
        }
    }
}
