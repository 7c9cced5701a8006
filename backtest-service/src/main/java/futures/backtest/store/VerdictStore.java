package futures.backtest.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.ScriptChecker;
import futures.backtest.strategy.ScriptVerdict;
import futures.backtest.strategy.StrategyFiles;
import futures.kit.json.Json;
import futures.kit.sql.Database;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Verdicts on scripts that stay over restarts, so that a start with many scripts does not look at all of them anew. A verdict holds for
 * the same content, configuration, program and limits. One that a busy machine can be to blame for is not kept.
 */
public final class VerdictStore implements ScriptChecker {
    private static final int MOST = 5_000;
    private static final String TOO_LATE = "did not come back";

    private final Database database;
    private final ScriptChecker checker;
    private final String program;

    /** @param program whatever else a verdict depends on: the version of the program, its limits */
    public VerdictStore(Database database, ScriptChecker checker, String program) {
        this.database = database;
        this.checker = checker;
        this.program = program;
    }

    @Override
    public ScriptVerdict check(KeptCode code, Map<String, Object> values) throws InterruptedException {
        String all = String.join("\n", program, code.strategy(), code.hash(), new TreeMap<>(values).toString());
        String key = StrategyFiles.hash(all.getBytes(StandardCharsets.UTF_8));
        Optional<ScriptVerdict> known = find(key);
        if (known.isPresent()) {
            return known.get();
        }
        ScriptVerdict verdict = checker.check(code, values);
        boolean late =
                verdict.errors().stream().anyMatch(error -> error.message().contains(TOO_LATE));
        if (verdict.unavailable() == null && !late) {
            keep(key, verdict);
        }
        return verdict;
    }

    private Optional<ScriptVerdict> find(String key) {
        return database.read(connection -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT verdict FROM script_verdict WHERE key = ?")) {
                select.setString(1, key);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? read(rows.getString(1)) : Optional.empty();
                }
            }
        });
    }

    /** Empty when an older program wrote it otherwise. */
    private static Optional<ScriptVerdict> read(String json) {
        try {
            return Optional.of(Json.mapper().readValue(json, ScriptVerdict.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private void keep(String key, ScriptVerdict verdict) {
        String json;
        try {
            json = Json.mapper().writeValueAsString(verdict);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the verdict cannot be written", e);
        }
        database.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                            "INSERT OR REPLACE INTO script_verdict (key, verdict) VALUES (?, ?)");
                    PreparedStatement remove = connection.prepareStatement(
                            "DELETE FROM script_verdict WHERE number <= (SELECT max(number) FROM script_verdict) - ?")) {
                insert.setString(1, key);
                insert.setString(2, json);
                insert.executeUpdate();
                remove.setInt(1, MOST);
                return remove.executeUpdate();
            }
        });
    }
}
