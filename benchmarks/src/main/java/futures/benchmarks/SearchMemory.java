package futures.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a search needs more memory when it has more combinations: the same service, with a small heap that would end it, runs grids of
 * growing numbers. Shows the process's peak of resident memory as Linux tells it.
 *
 * <p>Arguments: launcher.jar, heap in MB (96), bars (2000), then numbers of combinations up to 1000000 (10000 100000 1000000).
 */
public final class SearchMemory {
    private SearchMemory() {}

    public static void main(String[] args) throws Exception {
        int heap = args.length > 1 ? Integer.parseInt(args[1]) : 96;
        int bars = args.length > 2 ? Integer.parseInt(args[2]) : 2_000;
        List<String> counts =
                args.length > 3 ? List.of(args).subList(3, args.length) : List.of("10000", "100000", "1000000");
        System.out.printf("-Xmx%dm, %,d bars, 2 threads, Java %s%n", heap, bars, System.getProperty("java.version"));
        try (ServedBars data = new ServedBars(Walk.bars(bars));
                SearchService service = SearchService.start(args[0], data.port(), "-Xmx" + heap + "m")) {
            for (String count : counts) {
                measure(service, Integer.parseInt(count));
            }
        }
    }

    private static void measure(SearchService service, int count) throws Exception {
        long begun = System.nanoTime();
        JsonNode state = service.search(Map.of(
                "backtest",
                Map.of("strategy_name", "SimpleMAStrategy", "symbol", "ES", "parameters", Map.of("exits", "none")),
                "spaces",
                Map.of(
                        "contracts", Map.of("min", 1, "max", 34),
                        "fast_period", Map.of("min", 2, "max", 100),
                        "slow_period", Map.of("min", 101, "max", 400)),
                "trials",
                count,
                "threads",
                2));
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%,d combinations in %.0f s (%,.0f a second), %s, database %,d MB%n",
                state.get("done").asInt(),
                seconds,
                count / seconds,
                peak(service.process()),
                Files.size(service.home().resolve("data/backtests.db")) >> 20);
    }

    private static String peak(ProcessHandle process) throws Exception {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM"))
                        .map(line ->
                                "peak of resident memory" + line.substring(6).replaceAll("\\s+", " "))
                        .findFirst()
                        .orElse("")
                : "";
    }
}
