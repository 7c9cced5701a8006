package futures.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Commands that end by themselves, through the same entry as the program. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class LauncherTest {
    private record Outcome(int code, String out, String err) {}

    @TempDir
    private Path home;

    @Test
    void helpNamesEveryCommandAndEveryExitCode() {
        Outcome outcome = run("--help");
        assertEquals(0, outcome.code());
        for (String word : List.of(
                "start",
                "demo",
                "status",
                "stop",
                "logs",
                "new-strategy",
                "--home",
                "--only",
                "--bind",
                "--port",
                "Exit codes")) {
            assertTrue(outcome.out().contains(word), () -> word + " is missing in " + outcome.out());
        }
    }

    @Test
    void versionNamesProductAndJava() {
        Outcome outcome = run("--version");
        assertEquals(0, outcome.code());
        assertTrue(outcome.out().startsWith("Personal Futures Backtester 0."), outcome.out());
        assertTrue(outcome.out().contains("Java " + System.getProperty("java.version")), outcome.out());
    }

    @Test
    void unknownOptionIsWrongUse() {
        Outcome outcome = run("--hom", home.toString());
        assertEquals(ExitCode.WRONG_USE, outcome.code());
        assertTrue(outcome.err().contains("--hom"), outcome.err());
    }

    @Test
    void aNewStrategyIsWrittenOnceAndOnlyUnderAName() throws IOException {
        Outcome written = run("new-strategy", "MyCross");
        assertEquals(0, written.code(), written.err());
        Path source = home.resolve("strategies/MyCross.java");
        assertTrue(Files.readString(source).contains("public final class MyCross extends Strategy"));
        assertTrue(Files.readString(home.resolve("strategies/MyCross.yaml")).contains("fast_period"));
        Files.writeString(source, "mine");
        Outcome again = run("new-strategy", "MyCross");
        assertEquals(ExitCode.WRONG_USE, again.code());
        assertTrue(again.err().contains("MyCross.java is there already"), again.err());
        assertEquals("mine", Files.readString(source));
        Outcome script = run("new-strategy", "MyBot", "--javascript");
        assertEquals(0, script.code(), script.err());
        assertTrue(Files.readString(home.resolve("strategies/MyBot.js")).contains("module.exports = MyBot;"));
        assertTrue(Files.readString(home.resolve("strategies/MyBot.yaml")).contains("stopPoints: 4"));
        for (String name : List.of("my-cross", "../Out", "myCross", "Class.forName")) {
            assertEquals(ExitCode.WRONG_USE, run("new-strategy", name).code());
        }
    }

    @Test
    void unknownServiceIsWrongUseAndTheKnownOnesAreNamed() {
        Outcome outcome = run("start", "--only", "data,rsk");
        assertEquals(ExitCode.WRONG_USE, outcome.code());
        assertEquals(
                "--only rsk: there is no such service; known: data, backtest, risk, ml, portfolio",
                outcome.err().strip());
    }

    @Test
    void wrongSettingIsWrongUseWithFileLineAndKey() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/settings.yaml"), "ports:\n  data: eight\n");
        Outcome outcome = run("start");
        assertEquals(ExitCode.WRONG_USE, outcome.code());
        assertTrue(outcome.err().contains("settings.yaml:2"), outcome.err());
        assertTrue(outcome.err().contains("ports.data is 'eight'"), outcome.err());
    }

    @Test
    void takenPortIsNamedWithItsHolderAndARemedy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = run(
                    "start",
                    "--port",
                    "dashboard=0",
                    "--port",
                    "redis=0",
                    "--only",
                    "data",
                    "--port",
                    "data=" + taken.getLocalPort());
            assertEquals(ExitCode.CANNOT_START, outcome.code());
            assertTrue(outcome.err().contains("port " + taken.getLocalPort() + " (data) is taken"), outcome.err());
            assertTrue(outcome.err().contains("--port data=0"), outcome.err());
        }
    }

    @Test
    void nothingRunningIsSaidByStatusAndStop() {
        for (String command : List.of("status", "stop")) {
            Outcome outcome = run(command);
            assertEquals(ExitCode.NOT_RUNNING, outcome.code());
            assertTrue(outcome.err().contains("Nothing runs in " + home), outcome.err());
        }
    }

    @Test
    void logsShowTheNewestLinesOfOneServiceOrAll() throws IOException {
        Files.createDirectories(home.resolve("logs"));
        Files.writeString(home.resolve("logs/data.log"), "a\nb\nc\n");
        Files.writeString(home.resolve("logs/risk.log"), "r\n");
        assertEquals("data      | b|data      | c", flat(run("logs", "data", "-n", "2")));
        assertEquals("data      | c|risk      | r", flat(run("logs", "-n", "1")));
        assertEquals(ExitCode.WRONG_USE, run("logs", "dota").code());
    }

    private static String flat(Outcome outcome) {
        return outcome.out().replace("│", "|").strip().replaceAll("\\R", "|");
    }

    /** Runs with our temporary home, which every command but the help takes. */
    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        if (!arguments[0].startsWith("--")) {
            all.addAll(List.of("--home", home.toString()));
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int code = Launcher.execute(all.toArray(String[]::new));
            return new Outcome(
                    code, written.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
