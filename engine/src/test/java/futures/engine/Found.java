package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.finding.Finding;
import futures.engine.finding.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks for one finding among those of a run. */
final class Found {
    private static final String PAGE = page();

    private Found() {}

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "findings.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Finding only(String key, BacktestResult result) {
        List<Finding> found = result.findings().stream()
                .filter(finding -> finding.key().equals(key))
                .toList();
        assertEquals(1, found.size(), () -> key + " in " + result.findings());
        assertTrue(PAGE.contains("| `" + key + "` |"), () -> "docs/findings.md says nothing of " + key);
        return found.get(0);
    }

    static Finding only(String key, BacktestRequest request) {
        return only(key, Backtest.run(request));
    }

    static void none(String key, BacktestResult result) {
        assertTrue(
                result.findings().stream().noneMatch(finding -> finding.key().equals(key)),
                () -> result.findings().toString());
    }

    static void none(String key, BacktestRequest request) {
        none(key, Backtest.run(request));
    }

    static void says(Severity severity, String part, Finding finding) {
        assertEquals(severity, finding.severity(), finding.sentence());
        assertTrue(finding.sentence().contains(part), finding.sentence());
        assertTrue(finding.remedy().length() > 20, finding.remedy());
    }
}
