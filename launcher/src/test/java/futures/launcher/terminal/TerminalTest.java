package futures.launcher.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.launcher.terminal.Terminal.Tone;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Terminal terminal(boolean colour, boolean unicode) {
        return new Terminal(new PrintStream(written, true, StandardCharsets.UTF_8), colour, unicode);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void linesStandBehindTheNameOfTheirChildInOneColumn() {
        Terminal terminal = terminal(false, true);
        terminal.child("data", Tone.PLAIN, "one");
        terminal.child("portfolio", Tone.WARN, "two");
        assertEquals("data      │ one\nportfolio │ two\n", text());
    }

    @Test
    void terminalThatCannotShowMoreGetsAscii() {
        Terminal terminal = terminal(false, false);
        terminal.child("ml", Tone.PLAIN, "x");
        terminal.say(terminal.mark(Tone.GOOD) + " ok");
        assertEquals("ml        | x\n+ ok\n", text());
    }

    @Test
    void coloursDifferByChildAndEndWithTheLine() {
        Terminal terminal = terminal(true, true);
        String data = terminal.name("data");
        assertNotEquals(data.replace("data", "risk"), terminal.name("risk"));
        assertEquals(data, terminal.name("data"));
        assertTrue(data.endsWith("\u001b[0m"));
    }
}
