package futures.launcher.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class JavaCommandTest {
    @Test
    void machinesThatKnowMoreThanAsciiKeepTheirLocale() {
        assertEquals(Map.of(), JavaCommand.environment("UTF-8"));
        assertEquals(Map.of(), JavaCommand.environment("ISO-8859-1"));
        assertEquals(Map.of(), JavaCommand.environment(null));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "file names are Unicode there, whatever the locale is")
    void inTheLocaleCAServiceKnowsFilesOfAnyName() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.java(), "-XshowSettings:properties", "-version")
                .redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(JavaCommand.environment("ANSI_X3.4-1968"));
        Process java = builder.start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertEquals(0, java.waitFor(), said);
        assertTrue(said.contains("sun.jnu.encoding = UTF-8"), said);
    }
}
