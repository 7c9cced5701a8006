package futures.backtest.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.backtest.bands.DailyProfits;
import futures.backtest.store.PartContent;
import futures.backtest.store.ResultPart;
import futures.kit.json.Json;
import futures.wire.backtest.DeflatedSharpe;
import futures.wire.backtest.TradeRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A result that another process left as files in a directory, which is removed at the end. */
public final class Delivered implements AutoCloseable {
    private static final String SUMMARY = "summary.json";
    private static final String WHOLE = "whole.json";

    private final Path directory;
    private final ObjectNode summary;
    private final ObjectNode whole;
    private final BigDecimal netProfit;
    private final int trips;

    /** @param figures {@code net_profit} and {@code trips} */
    public Delivered(Path directory, JsonNode figures) throws IOException {
        this.directory = directory;
        this.summary =
                (ObjectNode) Json.mapper().readTree(directory.resolve(SUMMARY).toFile());
        this.whole =
                (ObjectNode) Json.mapper().readTree(directory.resolve(WHOLE).toFile());
        this.netProfit = new BigDecimal(figures.get("net_profit").asText());
        this.trips = figures.get("trips").asInt();
    }

    /** Leaves a result in a directory and gives the figures that belong to it. */
    public static JsonNode leave(Computation.Computed computed, Path directory) throws IOException {
        Json.mapper().writeValue(directory.resolve(SUMMARY).toFile(), computed.summary());
        Json.mapper().writeValue(directory.resolve(WHOLE).toFile(), computed.whole());
        for (Map.Entry<ResultPart, PartContent> part : computed.parts().entrySet()) {
            try (var out = Files.newOutputStream(file(directory, part.getKey()))) {
                part.getValue().writeTo(out);
            }
        }
        ObjectNode figures = Json.mapper().createObjectNode();
        figures.put("net_profit", computed.netProfit().toPlainString());
        figures.put("trips", computed.trips());
        return figures;
    }

    private static Path file(Path directory, ResultPart part) {
        return directory.resolve(part.name());
    }

    JsonNode summary() {
        return summary;
    }

    JsonNode whole() {
        return whole;
    }

    BigDecimal netProfit() {
        return netProfit;
    }

    int trips() {
        return trips;
    }

    Map<ResultPart, PartContent> parts() {
        Map<ResultPart, PartContent> parts = new EnumMap<>(ResultPart.class);
        for (ResultPart part : ResultPart.values()) {
            if (Files.exists(file(directory, part))) {
                parts.put(part, out -> Files.copy(file(directory, part), out));
            }
        }
        return parts;
    }

    Stream<TradeRow> tradeRows() {
        try {
            return Arrays.stream(
                    Json.mapper().readValue(file(directory, ResultPart.TRADES).toFile(), TradeRow[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double[] dailyProfits() {
        try (InputStream days = Files.newInputStream(file(directory, ResultPart.DAILY))) {
            return DailyProfits.read(days).inMillionths();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void deflated(DeflatedSharpe deflated) {
        for (ObjectNode answer : List.of(summary, whole)) {
            answer.set("deflated_sharpe", Json.mapper().valueToTree(deflated));
        }
    }

    void recorded(String portfolio) {
        for (ObjectNode answer : List.of(summary, whole)) {
            answer.put("portfolio_id", portfolio);
            answer.put("trades_recorded", trips);
        }
    }

    void warn(String text) {
        for (ObjectNode answer : List.of(summary, whole)) {
            answer.withArray("warnings").add(text);
        }
    }

    @Override
    public void close() {
        remove(directory);
    }

    /** Removes a directory of files. */
    public static void remove(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + directory, e);
        }
    }
}
