package futures.data.api;

import futures.data.roll.ContinuousNames;
import futures.data.roll.SeriesKind;
import futures.data.serve.BarOutput;
import futures.data.serve.BarServer;
import futures.data.serve.ColumnBars;
import futures.data.serve.ServedBars;
import futures.data.serve.TextBars;
import futures.data.source.FormedBars;
import futures.data.store.BarDeletion;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.columnar.ColumnWriter;
import futures.kit.columnar.ParquetWriter;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.ContinuousSymbol;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.bars.TooManyBars;
import futures.wire.Channels;
import futures.wire.data.BarsAnswer;
import futures.wire.data.DeleteAnswer;
import futures.wire.data.SeriesList;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bars out of the store, and bars deleted from it. */
public final class BarRoutes {
    private static final long JSON_LIMIT = 1000;

    private final Store store;

    public BarRoutes(Store store) {
        this.store = store;
    }

    public void mount(Routes routes) {
        routes.get("/api/data")
                .summary("All stored series")
                .answers(SeriesList.class)
                .handle(request -> list());
        FormChoice.declare(routes.get("/api/data/{symbol}"))
                .summary("Bars of one symbol")
                .description("Oldest first unless `order=desc`; times are the opens of the bars in UTC. `format=json`"
                        + " gives the newest 1000 unless `limit` says otherwise; the others give all. `arrow` is an"
                        + " Apache Arrow IPC stream and `parquet` an Apache Parquet file, both with timestamp[ms, UTC] and five"
                        + " columns of doubles, for pandas, Polars and DuckDB. Any size is streamed. The `ETag`"
                        + " changes when the bars do: sent back as `If-None-Match`, the answer is 304 while they have not. Bars"
                        + " that are not stored are made of the shortest stored ones by trading session: whole bars only, with"
                        + " `close_time` as a further column, and `made_from`, `hours`, `approximate` and `approximation` that say"
                        + " how. At most " + FormedBars.MOST + " made bars at once. `ES.v.0` are the dated contracts of"
                        + " ES one after the other, `ES.v.0@diff` and `ES.v.0@ratio` adjusted at the rolls; the header"
                        + " `X-Rolls-Revision` is the `revision` of `GET /api/rolls/ES?series=v`.")
                .query("limit", Param.integer(1, 1_000_000_000), "newest bars of the range to return")
                .query("order", Param.choice("asc", "desc").orElse("asc"), "asc: oldest first; desc: newest first")
                .query("format", Param.choice("json", "csv", "arrow", "parquet").orElse("json"), "how to write them")
                .answers(BarsAnswer.class)
                .handle(this::bars);
        RangeParameters.declare(routes.delete("/api/data/{symbol}"))
                .summary("Delete bars")
                .description("All bars of the symbol, or those of a range. Nothing is deleted without `confirm=` the"
                        + " symbol once more.")
                .path("symbol", "e.g. ES")
                .query("timeframe", Param.text(), "only of this timeframe")
                .query("confirm", Param.text(), "the symbol, to say that it is meant")
                .answers(DeleteAnswer.class)
                .handle(this::delete);
    }

    private SeriesList list() {
        List<Series> all = store.all();
        return new SeriesList(
                all.stream().map(series -> store.message(series, true)).toList(),
                store.database().read(connection -> ContinuousNames.of(connection, all)));
    }

    private Object bars(Request request) {
        if (!request.has("roll_rule")) {
            refreshRolls(request.path("symbol"));
        }
        Optional<ServedBars> served = store.database().snapshot(connection -> {
            BarChoice choice = FormChoice.of(connection, store, request);
            String tag = "\"" + store.epoch(connection) + "."
                    + choice.source().header().tag() + "\"";
            request.context().header("ETag", tag);
            choice.source()
                    .rollsRevision()
                    .ifPresent(revision -> request.context().header("X-Rolls-Revision", revision));
            if (tag.equals(request.context().header("If-None-Match"))) {
                request.context().status(304);
                return Optional.empty();
            }
            String format = request.text("format");
            long standard = format.equals("json") ? JSON_LIMIT : Long.MAX_VALUE;
            long limit = request.has("limit") ? request.number("limit") : standard;
            try {
                return Optional.of(BarServer.serve(
                        connection,
                        choice.source(),
                        choice.newest(limit),
                        request.text("order").equals("desc"),
                        found -> output(request, format, found)));
            } catch (TooManyBars e) {
                throw FormChoice.tooMany(request, e);
            }
        });
        served.ifPresent(bars -> tellServed(bars, request.text("format")));
        return null;
    }

    /** Keeps the calendar of a continuous series, so that the next answer need not build it. */
    private void refreshRolls(String symbol) {
        ContinuousSymbol.parse(symbol)
                .filter(name -> store.database()
                        .read(connection -> SeriesTable.of(connection, symbol))
                        .isEmpty())
                .ifPresent(name -> new KeptRolls(store)
                        .refresh(
                                name.root(),
                                SeriesKind.of(String.valueOf(name.rolls())).orElseThrow()));
    }

    private void tellServed(ServedBars served, String format) {
        String symbol = served.header().symbol();
        String timeframe = served.header().form();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("symbol", symbol);
        data.put("timeframe", timeframe);
        data.put("format", format);
        data.put("bars", served.count());
        store.bus().publish(Channels.DATA_REQUESTS, "bars_served", Store.href(symbol, timeframe), data);
    }

    private static BarOutput output(Request request, String format, ServedBars served) {
        request.context().header("X-Bar-Count", Long.toString(served.count()));
        if (!format.equals("json")) {
            String name = ExportName.of(served.header(), request, format);
            request.context().header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        }
        request.context()
                .contentType(
                        switch (format) {
                            case "csv" -> "text/csv; charset=utf-8";
                            case "arrow" -> ColumnWriter.MEDIA_TYPE;
                            case "parquet" -> ParquetWriter.MEDIA_TYPE;
                            default -> "application/json";
                        });
        OutputStream out = request.context().outputStream();
        return switch (format) {
            case "csv" -> TextBars.csv(out, served);
            case "arrow" -> ColumnBars.arrow(out, served);
            case "parquet" -> ColumnBars.parquet(out, served);
            default -> TextBars.json(out, served);
        };
    }

    private Object delete(Request request) {
        String symbol = request.path("symbol");
        List<Series> stored = store.stored(symbol);
        if (!symbol.equals(request.text("confirm"))) {
            throw Problem.badRequest("This deletes bars of '" + symbol + "' for good; add confirm=" + symbol
                            + " when that is meant.")
                    .field("confirm", request.text("confirm"), "must be " + symbol);
        }
        TradingCalendar calendar =
                store.contracts().calendar(stored.get(0).provenance().product());
        long from = RangeParameters.from(request, calendar);
        long to = RangeParameters.to(request, calendar);
        RangeParameters.check(from, to);
        List<Timeframe> timeframes = request.has("timeframe")
                ? List.of(stored(request, stored))
                : stored.stream().map(Series::timeframe).toList();
        long now = store.clock().millis();
        Map<Timeframe, Long> deleted = store.database().write(connection -> {
            Map<Timeframe, Long> counts = new LinkedHashMap<>();
            for (Series series : SeriesTable.of(connection, symbol)) {
                if (timeframes.contains(series.timeframe())) {
                    counts.put(series.timeframe(), BarDeletion.delete(connection, series, from, to, now));
                }
            }
            return counts;
        });
        deleted.forEach((timeframe, count) -> {
            if (count > 0) {
                store.tellUpdate("bars_deleted", symbol, timeframe.toString(), count);
            }
        });
        long left = store.all().stream()
                .filter(series -> series.symbol().equals(symbol))
                .mapToLong(Series::bars)
                .sum();
        return new DeleteAnswer(
                symbol, deleted.values().stream().mapToLong(Long::longValue).sum(), left);
    }

    private static Timeframe stored(Request request, List<Series> stored) {
        Timeframe wanted = BarChoice.timeframe(request);
        List<Timeframe> there = stored.stream().map(Series::timeframe).toList();
        if (!there.contains(wanted)) {
            throw BarChoice.notStored(request.path("symbol"), there, wanted);
        }
        return wanted;
    }
}
