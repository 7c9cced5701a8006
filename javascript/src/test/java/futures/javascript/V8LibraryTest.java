package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.interop.V8Runtime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The V8 underneath is the plain one: no Node with files and processes, no build that needs data of the machine for its zones. */
class V8LibraryTest {
    @Test
    void neitherNodeNorIntlIsUnderneath() throws Exception {
        assertTrue(Replay.RESOURCES.toFile().isDirectory()); // and V8 is allowed in this process
        try (V8Runtime runtime = V8Library.runtime()) {
            assertEquals(JSRuntimeType.V8, runtime.getJSRuntimeType());
            assertEquals(
                    "undefined undefined undefined undefined undefined",
                    runtime.getExecutor(
                                    "[typeof Intl, typeof process, typeof require, typeof Buffer, typeof setTimeout].join(' ')")
                            .executeString());
        }
        try (Stream<Path> files = Files.walk(Path.of("target/v8"))) {
            List<String> libraries = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
            assertEquals(1, libraries.size(), libraries::toString);
            assertTrue(
                    libraries.get(0).startsWith("libjavet-v8-")
                            && !libraries.get(0).contains("i18n"),
                    libraries::toString);
        }
    }
}
