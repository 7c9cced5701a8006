package futures.backtest.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.config.Settings;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshProcessTest {
    @Test
    void theProcessEndsWhenWhoStartedItIsGone(@TempDir Path home) throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            VerificationProcess.class.getName())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream in = process.getOutputStream();
                    InputStream out = process.getInputStream()) {
                Task task = new Task(
                        Json.mapper()
                                .readValue(
                                        "{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"ES\"}",
                                        BacktestOrder.class),
                        home.toString(),
                        Settings.load(home, Map.of(), List.of("ports.data=" + silent.getLocalPort()))
                                .all(),
                        List.of());
                in.write(Json.mapper().writeValueAsBytes(task));
                in.write('\n');
                in.flush();
                String begun = new String(out.readNBytes(30), StandardCharsets.UTF_8);
                assertTrue(begun.contains("progress"), begun);
                assertTrue(process.isAlive());
            }
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            assertEquals(3, process.exitValue());
        }
    }
}
