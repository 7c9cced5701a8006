package futures.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.worker.ScriptProcess;
import futures.kit.Calls;
import futures.kit.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process waits for the run of a script that is known to be good; what it then runs is what any other process runs. */
class NextScriptTest {
    @Test
    void oneProcessWaitsForTheNextScriptAndGoesWithTheService(@TempDir Path home) throws Exception {
        Path strategies = Files.createDirectories(home.resolve("strategies"));
        Files.writeString(strategies.resolve("means.js"), ScriptFilesTest.MEAN);
        Files.writeString(strategies.resolve("Steady.js"), ScriptFilesTest.cross("Steady", "means"));
        try (RunningBacktests backtests = new RunningBacktests(home, "scripts.ready_processes=1")) {
            ProcessHandle first = waiting(null);
            String order = "{\"strategy_name\":\"Steady\",\"symbol\":\"ES\"}";
            JsonNode one = backtests.done(order);
            Eventually.within(RunningBacktests.LONG, "the process that waited had the run", () -> !first.isAlive());
            waiting(first);
            JsonNode other = backtests.done(order);
            assertEquals(one.at("/result/result_hash"), other.at("/result/result_hash"));
            Calls.Reply verified =
                    backtests.calls.post("/api/backtests/" + other.get("id").asText() + "/verify?wait=true", "");
            assertEquals("verified", verified.json().path("verdict").asText(), verified::text);
        }
        Eventually.within(
                RunningBacktests.LONG, "none is left", () -> processes().isEmpty());
    }

    /** The one that waits, which is another than that. */
    private static ProcessHandle waiting(ProcessHandle before) {
        Eventually.within(
                RunningBacktests.LONG,
                "one waits",
                () -> processes().size() == 1 && !processes().get(0).equals(before));
        return processes().get(0);
    }

    private static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(ScriptProcess.class.getName()))
                .toList();
    }
}
