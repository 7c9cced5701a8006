package futures.backtest.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import futures.backtest.bands.DailyProfits;
import futures.backtest.store.PartContent;
import futures.backtest.store.ResultPart;
import futures.kit.json.Json;
import futures.wire.backtest.DeflatedSharpe;
import futures.wire.backtest.TradeRow;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A result that another process left as files in a directory, which is removed at the end. */
public final class Delivered implements AutoCloseable {
    private static final String SUMMARY = "summary.json";
    private static final String CURVE = "curve.json";

    private final Path directory;
    private final ObjectNode summary;
    private final BigDecimal netProfit;
    private final int trips;
    private final boolean hasTrades;

    /** @param figures what {@link #leave} gave */
    public Delivered(Path directory, JsonNode figures) throws IOException {
        this.directory = directory;
        this.summary =
                (ObjectNode) Json.mapper().readTree(directory.resolve(SUMMARY).toFile());
        this.netProfit = new BigDecimal(figures.get("net_profit").asText());
        this.trips = figures.get("trips").asInt();
        this.hasTrades = figures.get("has_trades").asBoolean();
    }

    /** Leaves a result in a directory, several files at a time, and gives the figures that belong to it. */
    public static JsonNode leave(Computation.Computed computed, Path directory) throws IOException {
        Map<Path, PartContent> files = new HashMap<>();
        files.put(directory.resolve(SUMMARY), out -> Json.mapper().writeValue(out, computed.summary()));
        files.put(directory.resolve(CURVE), out -> Json.mapper().writeValue(out, computed.curve()));
        computed.parts().forEach((part, content) -> files.put(file(directory, part), content));
        try {
            files.entrySet().parallelStream().forEach(file -> write(file.getKey(), file.getValue()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        ObjectNode figures = Json.mapper().createObjectNode();
        figures.put("net_profit", computed.netProfit().toPlainString());
        figures.put("trips", computed.trips());
        figures.put("has_trades", computed.hasTrades());
        return figures;
    }

    private static void write(Path file, PartContent content) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path directory, ResultPart part) {
        return directory.resolve(part.name());
    }

    JsonNode summary() {
        return summary;
    }

    /** The answer for the one who waited: the summary, with round trips and equity as they lie there. */
    JsonNode whole() {
        ObjectNode whole = Json.mapper().createObjectNode();
        whole.setAll(summary);
        if (hasTrades) {
            whole.putRawValue("trades", raw(file(directory, ResultPart.TRADES)));
        }
        if (whole.has("equity_curve")) {
            whole.putRawValue("equity_curve", raw(directory.resolve(CURVE)));
        }
        return whole;
    }

    private static RawValue raw(Path file) {
        try {
            return new RawValue(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        summary.set("deflated_sharpe", Json.mapper().valueToTree(deflated));
    }

    void recorded(String portfolio) {
        summary.put("portfolio_id", portfolio);
        summary.put("trades_recorded", trips);
    }

    void warn(String text) {
        summary.withArray("warnings").add(text);
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
