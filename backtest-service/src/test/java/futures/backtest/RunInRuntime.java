package futures.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;

/**
 * Started by {@link RuntimeWithoutCompilerTest} in a Java runtime of its own: the service takes a source and a broken one, runs a
 * backtest and verifies it, and this prints what came of it, line by line.
 */
final class RunInRuntime {
    private RunInRuntime() {}

    /** @param args an empty directory */
    public static void main(String[] args) throws Exception {
        say("javac", ToolProvider.getSystemJavaCompiler() == null ? "none" : "there");
        say("compiler_module", ModuleLayer.boot().findModule("jdk.compiler").isPresent());
        Path home = Path.of(args[0]);
        Path strategies = Files.createDirectories(home.resolve("strategies"));
        Files.writeString(strategies.resolve("MyCross.java"), DroppedCode.cross("MyCross", 16));
        Files.writeString(
                strategies.resolve("Bad.java"),
                DroppedCode.cross("Bad", 16).replace("quick.crossesAbove(calm)", "quick.crossesOver(calm)"));
        try (RunningBacktests backtests = new RunningBacktests(home)) {
            JsonNode done = backtests.done("{\"strategy_name\":\"MyCross\",\"symbol\":\"ES\"}");
            say("trades", done.at("/result/performance/total_trades").asInt());
            say("hash", done.at("/result/result_hash").asText());
            JsonNode verification = backtests
                    .calls
                    .post("/api/backtests/" + done.get("id").asText() + "/verify?wait=true", "")
                    .json();
            say("verdict", verification.path("verdict").asText());
            say(
                    "error",
                    backtests
                            .calls
                            .get("/api/strategies/Bad")
                            .json()
                            .get("error")
                            .asText());
        }
    }

    private static void say(String what, Object value) {
        System.out.println("said " + what + "=" + value);
    }
}
