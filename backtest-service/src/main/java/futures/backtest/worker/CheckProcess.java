package futures.backtest.worker;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.process.Said;
import futures.backtest.process.TaskProcess;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.ScriptVerdict;
import futures.backtest.strategy.ScriptVerdict.Found;
import futures.javascript.ScriptCheck;
import futures.javascript.ScriptFailed;
import futures.javascript.ScriptFlaw;
import futures.javascript.ScriptSource;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import futures.wire.backtest.StrategyError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process that a script is looked at in: takes a {@link CheckTask} from its standard input and says one {@link ScriptVerdict}. */
public final class CheckProcess {
    private CheckProcess() {}

    public static void main(String[] args) throws IOException {
        TaskProcess.run(CheckTask.class, (task, process) -> {
            ScriptKind.allowHere(Settings.given(Path.of(task.home()), task.settings()));
            process.say(new Said(
                    1,
                    "checked",
                    Json.mapper().valueToTree(verdict(task)),
                    task.code().hash()));
        });
    }

    private static ScriptVerdict verdict(CheckTask task) throws IOException {
        ScriptSource source = ScriptKind.source(task.code().entry(), task.code().files());
        try {
            ScriptCheck check = ScriptCheck.of(source, ScriptKind.limits(), task.values());
            if (check.flaws().isEmpty()) {
                return told(Json.mapper().readTree(check.told()));
            }
            return ScriptVerdict.broken(
                    check.flaws().stream().map(CheckProcess::error).toList(), check.making());
        } catch (ScriptFailed e) {
            return ScriptVerdict.unavailable(e.getMessage());
        }
    }

    private static StrategyError error(ScriptFlaw flaw) {
        Integer line = flaw.line() > 0 ? flaw.line() : null;
        Integer column = flaw.column() > 0 ? flaw.column() : null;
        return new StrategyError(flaw.file(), line, column, flaw.text(), flaw.message());
    }

    private static ScriptVerdict told(JsonNode told) {
        List<Found> parameters = new ArrayList<>();
        for (JsonNode one : told.path("parameters")) {
            parameters.add(new Found(
                    one.path("name").asText(),
                    value(one.path("standard")),
                    one.path("from").asText()));
        }
        String trouble = told.path("trouble").asText();
        return new ScriptVerdict(
                List.of(),
                false,
                told.path("name").textValue(),
                told.path("version").textValue(),
                parameters,
                told.path("keeps_all").asBoolean(),
                trouble.isEmpty() ? null : trouble,
                null);
    }

    private static Object value(JsonNode node) {
        return node.isNumber() ? node.decimalValue() : node.isBoolean() ? (Object) node.asBoolean() : node.textValue();
    }
}
