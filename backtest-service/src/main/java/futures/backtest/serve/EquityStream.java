package futures.backtest.serve;

import com.fasterxml.jackson.core.JsonGenerator;
import futures.backtest.store.EquityThinning;
import futures.backtest.store.EquityWalk;
import futures.backtest.store.Millionths;
import futures.kit.json.Json;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Instant;

/** Stored equity on its way to a client, one bar at a time; see {@link futures.wire.backtest.Equity}. */
public final class EquityStream {
    private EquityStream() {}

    /** @param points at most so many; 0 for every bar */
    public static void json(Context context, EquityWalk walk, int points) throws IOException {
        context.contentType("application/json");
        try (JsonGenerator out = Json.mapper().createGenerator(context.outputStream())) {
            out.writeStartObject();
            out.writeNumberField("initial_cash", Millionths.money(walk.initial()));
            out.writeNumberField("bars", walk.bars());
            out.writeArrayFieldStart("points");
            EquityThinning.walk(walk, points, (time, equity, drawdown) -> {
                out.writeStartObject();
                out.writeStringField("time", Instant.ofEpochMilli(time).toString());
                out.writeNumberField("equity", Millionths.money(equity));
                out.writeNumberField("drawdown", Millionths.money(drawdown));
                out.writeEndObject();
            });
            out.writeEndArray();
            out.writeEndObject();
        }
    }

    public static void csv(Context context, EquityWalk walk, int points) throws IOException {
        context.contentType(Csv.MEDIA_TYPE);
        Csv csv = new Csv(context.outputStream());
        csv.field("time").field("equity").field("drawdown").line();
        EquityThinning.walk(
                walk,
                points,
                (time, equity, drawdown) -> csv.field(Instant.ofEpochMilli(time).toString())
                        .field(Millionths.money(equity).toPlainString())
                        .field(Millionths.money(drawdown).toPlainString())
                        .line());
        csv.flush();
    }
}
