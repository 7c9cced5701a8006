package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Eventually;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Broken files of many kinds: each gets its own clear error, and the good strategy beside them goes on as if they were not there. */
class HostileFilesTest {
    @TempDir
    static Path home;

    private static RunningBacktests backtests;
    private static Path strategies;
    private static String goodResult;

    @BeforeAll
    static void start() throws Exception {
        strategies = Files.createDirectories(home.resolve("strategies"));
        Files.writeString(strategies.resolve("Good.java"), DroppedCode.cross("Good", 16));
        backtests = new RunningBacktests(home);
        goodResult = good();
    }

    @AfterAll
    static void stop() {
        backtests.close();
    }

    private static String good() {
        return backtests
                .done("{\"strategy_name\":\"Good\",\"symbol\":\"ES\"}")
                .at("/result/result_hash")
                .asText();
    }

    /**
     * @param file  what is dropped
     * @param error part of the first error
     * @param line  0 when it is about no line
     */
    @SuppressWarnings("ArrayRecordComponent") // a row of a table, never compared as a value
    private record Case(String what, String file, byte[] content, String error, int line) {
        Case(String what, String file, String content, String error, int line) {
            this(what, file, content.getBytes(StandardCharsets.UTF_8), error, line);
        }
    }

    private static final String GOOD = DroppedCode.cross("Bad", 16);

    private static String yaml(String parameters) {
        return "strategy:\n  parameters:\n" + parameters;
    }

    private static String member(String member) {
        return GOOD.replaceFirst("    private Line quick;", member + "\n    private Line quick;");
    }

    private static JsonNode info(String name) {
        return backtests.calls.get("/api/strategies/" + name).json();
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>(List.of(
                new Case(
                        "syntax error",
                        "Bad.java",
                        GOOD.replace("quick = setup", "quick == setup"),
                        "Syntax error",
                        12),
                new Case(
                        "unknown type",
                        "Bad.java",
                        GOOD.replace("private Line calm", "private Lime calm"),
                        "Lime cannot be resolved",
                        8),
                new Case(
                        "unknown import",
                        "Bad.java",
                        "import com.nobody.Thing;\n" + GOOD,
                        "The import com.nobody.Thing cannot be resolved",
                        1),
                new Case("cut off in the middle", "Bad.java", GOOD.substring(0, 600), "Syntax error", 14),
                new Case("empty file", "Bad.java", "", "there is no class Bad in it", 0),
                new Case(
                        "no strategy at all",
                        "Bad.java",
                        "public class Bad {}",
                        "must extend futures.strategy.Strategy",
                        0),
                new Case(
                        "class of another name",
                        "Bad.java",
                        GOOD.replace("class Bad", "class Worse"),
                        "must be defined in its own file",
                        4),
                new Case(
                        "hidden class of another name",
                        "Bad.java",
                        GOOD.replace("public final class Bad", "final class Worse"),
                        "there is no class Bad in it, only Worse",
                        0),
                new Case("not public", "Bad.java", GOOD.replace("public final class", "final class"), "public", 0),
                new Case(
                        "abstract",
                        "Bad.java",
                        GOOD.replace("public final class", "public abstract class"),
                        "is abstract",
                        0),
                new Case(
                        "no constructor without arguments",
                        "Bad.java",
                        member("    public Bad(int stop) {}"),
                        "public constructor without arguments",
                        0),
                new Case(
                        "private constructor",
                        "Bad.java",
                        member("    private Bad() {}"),
                        "public constructor without arguments",
                        0),
                new Case(
                        "constructor throws",
                        "Bad.java",
                        member("    public Bad() { throw new IllegalStateException(\"boom\"); }"),
                        "the constructor of Bad failed: java.lang.IllegalStateException: boom at line 7",
                        0),
                new Case(
                        "static initialiser throws",
                        "Bad.java",
                        member("    private static final int X = 1 / Integer.parseInt(\"0\");"),
                        "ArithmeticException: / by zero at line 7",
                        0),
                new Case(
                        "static initialiser loops",
                        "Bad.java",
                        member("    static { for (long i = 0; i >= 0; ) { Thread.onSpinWait(); } }"),
                        "was not loaded within 5 s",
                        0),
                new Case(
                        "constructor recurses for ever",
                        "Bad.java",
                        member("    private final Bad again = new Bad();"),
                        "StackOverflowError",
                        0),
                new Case(
                        "ends the JVM in a static initialiser",
                        "Bad.java",
                        member("    static { System.exit(1); }"),
                        "calls System.exit",
                        0),
                new Case(
                        "halts the JVM",
                        "Bad.java",
                        member("    public Bad() { Runtime.getRuntime().halt(1); }"),
                        "calls Runtime.halt",
                        0),
                new Case(
                        "parameter twice", "Bad.java", GOOD.replace("slow_period", "fast_period"), "declared twice", 0),
                new Case(
                        "standard out of range",
                        "Bad.java",
                        GOOD.replace("20, 5, 200", "2, 5, 200"),
                        "needs min <= standard <= max",
                        0),
                new Case(
                        "other name by name()",
                        "Bad.java",
                        member("    @Override public String name() { return \"Good\"; }"),
                        "name() gives 'Good'",
                        0),
                new Case(
                        "nested too deeply to compile",
                        "Bad.java",
                        member("    static { " + "{".repeat(20_000) + "}".repeat(20_000) + "}"),
                        "",
                        0),
                new Case(
                        "huge",
                        "Bad.java",
                        "/* " + "x".repeat(1_100_000) + " */" + GOOD,
                        "larger than 1000000 bytes",
                        0),
                new Case(
                        "not UTF-8",
                        "Bad.java",
                        ("// gr\u00fcn\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1),
                        "not UTF-8",
                        1),
                new Case("UTF-16", "Bad.java", GOOD.getBytes(StandardCharsets.UTF_16), "not UTF-8", 1),
                new Case("zero bytes", "Bad.java", new byte[4_096], "", 0),
                new Case("in a package of the JDK", "Bad.java", "package java.util;\n" + GOOD, "Prohibited package", 0),
                new Case("a module", "Bad.java", "module bad { requires java.base; }", "Syntax error", 1),
                new Case(
                        "its own parent",
                        "Bad.java",
                        GOOD.replace("extends Strategy", "extends Bad"),
                        "Cycle detected",
                        4),
                new Case(
                        "a feature of later Java",
                        "Bad.java",
                        member("    static void f(Object o) { switch (o) { case Integer i -> {} default -> {} } }"),
                        "switch on a value of type Object",
                        7),
                new Case(
                        "a method too large for a class file",
                        "Bad.java",
                        member("    static void f() {" + " System.nanoTime(); g(1L); g(2L);".repeat(6_000)
                                + " }\n    static void g(long x) {}"),
                        "exceeding the 65535 bytes limit",
                        7),
                new Case(
                        "takes all memory at once",
                        "Bad.java",
                        member("    private static final long[] X = new long[Integer.MAX_VALUE];"),
                        "OutOfMemoryError",
                        0),
                new Case("no jar", "Bad.jar", "this is no jar", "no jar of strategies", 0),
                new Case(
                        "YAML: unknown key",
                        "Good.yaml",
                        yaml("    fast_perod: 10\n"),
                        "unknown key 'strategy.parameters.fast_perod'; did you mean",
                        3),
                new Case(
                        "YAML: unknown key outside",
                        "Good.yaml",
                        "stratgy:\n  fast: 1\n",
                        "unknown key 'stratgy.fast'",
                        2),
                new Case(
                        "YAML: wrong type",
                        "Good.yaml",
                        yaml("    fast_period: ten\n"),
                        "must be a whole number from 2 to 50, found ten",
                        3),
                new Case(
                        "YAML: no whole number",
                        "Good.yaml",
                        yaml("    fast_period: 10.5\n"),
                        "must be a whole number",
                        3),
                new Case(
                        "YAML: out of range",
                        "Good.yaml",
                        yaml("    slow_period: 20\n    fast_period: 51\n"),
                        "from 2 to 50, found 51",
                        4),
                new Case("YAML: nothing there", "Good.yaml", yaml("    fast_period:\n"), "must be a whole number", 3),
                new Case(
                        "YAML: a key twice",
                        "Good.yaml",
                        yaml("    fast_period: 10\n    fast_period: 11\n"),
                        "already set in line 3",
                        4),
                new Case(
                        "YAML: search without a step",
                        "Good.yaml",
                        yaml("    fast_period: {min: 5, max: 50}\n"),
                        "has no step",
                        3),
                new Case(
                        "YAML: search with step 0",
                        "Good.yaml",
                        yaml("    fast_period: {min: 5, max: 50, step: 0}\n"),
                        "step must be above 0",
                        3),
                new Case(
                        "YAML: search turned round",
                        "Good.yaml",
                        yaml("    fast_period: {min: 30, max: 20, step: 1}\n"),
                        "min is above max",
                        3),
                new Case(
                        "YAML: search of too many values",
                        "Good.yaml",
                        yaml("    fast_period: {min: 5, max: 50, step: 1e-9}\n"),
                        "must be a whole number",
                        3),
                new Case(
                        "YAML: a key that the strategy has no use for",
                        "Good.yaml",
                        "strategy:\n  dollar_risk_per_trade: 100\n",
                        "declares no parameter dollar_risk_per_trade",
                        2),
                new Case("YAML: tabs", "Good.yaml", "strategy:\n\tparameters: {}\n", "not valid YAML", 2),
                new Case("YAML: not closed", "Good.yaml", yaml("    fast_period: {min: 5\n"), "not valid YAML", 4),
                new Case("YAML: itself", "Good.yaml", "strategy: &s\n  parameters: *s\n", "aliases", 0),
                new Case("YAML: a bomb of aliases", "Good.yaml", bomb(), "aliases", 0),
                new Case(
                        "YAML: nested deeply",
                        "Good.yaml",
                        "a: " + "[".repeat(30_000) + "]".repeat(30_000),
                        "not valid YAML",
                        0),
                new Case("YAML: huge", "Good.yaml", "# " + "x".repeat(70_000), "larger than 64000 bytes", 0),
                new Case("YAML: not UTF-8", "Good.yaml", new byte[] {'a', ':', ' ', (byte) 0xfc}, "not UTF-8", 0)));
        return cases;
    }

    private static String bomb() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        return yaml.toString();
    }

    @TestFactory
    Stream<DynamicTest> eachGetsItsErrorAndNothingElseNotices() {
        return cases().stream().map(one -> dynamicTest(one.what(), () -> check(one)));
    }

    private static void check(Case one) throws IOException {
        Path file = strategies.resolve(one.file());
        String name = one.file().replaceFirst("\\..*", "");
        Files.write(file, one.content());
        try {
            // What takes its time to fail is waited for elsewhere, so that a question meanwhile has its answer.
            Eventually.within(
                    RunningBacktests.LONG,
                    "refused: " + one.what(),
                    () -> info(name).path("status").asText().equals("error"));
            JsonNode info = info(name);
            JsonNode error = info.at("/errors/0");
            assertEquals(one.file(), error.path("file").asText(), info::toString);
            assertTrue(error.path("message").asText().contains(one.error()), error::toString);
            if (one.line() > 0) {
                assertEquals(one.line(), error.path("line").asInt(), error::toString);
                assertTrue(error.path("column").asInt() > 0, error::toString);
            }
            int status = backtests
                    .calls
                    .post("/api/backtests", "{\"strategy_name\":\"" + name + "\",\"symbol\":\"ES\"}")
                    .status();
            assertEquals(422, status);
            if (!name.equals("Good")) {
                assertEquals(goodResult, good());
            }
            assertTrue(backtests.calls.get("/health").text().contains("\"backtest\""));
        } finally {
            Files.delete(file);
        }
        assertEquals(
                "ready",
                backtests.calls.get("/api/strategies/Good").json().get("status").asText());
    }

    @TestFactory
    Stream<DynamicTest> linksOutOfTheDirectoryAreNotFollowed() throws IOException {
        Path outside = Files.writeString(home.resolve("Linked.java"), DroppedCode.cross("Linked", 16));
        return Stream.of(
                dynamicTest("to a file", () -> linked(outside, "leads out of the strategies directory")),
                dynamicTest("to nothing", () -> linked(home.resolve("gone.java"), "a symbolic link to nothing")));
    }

    private static void linked(Path target, String error) throws IOException {
        Path link = Files.createSymbolicLink(strategies.resolve("Linked.java"), target);
        try {
            JsonNode info = backtests.calls.get("/api/strategies/Linked").json();
            assertEquals("error", info.path("status").asText(), info::toString);
            assertTrue(info.get("error").asText().contains(error), info::toString);
        } finally {
            Files.delete(link);
        }
    }
}
