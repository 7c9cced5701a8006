package futures.data.api;

import futures.data.contract.Contracts;
import futures.data.source.BarSource;
import futures.data.store.BarRange;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.model.ContractSpec;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The bars that a request is about: {@code symbol}, {@code timeframe}, {@code start_date} and {@code end_date}.
 *
 * @param spec of the product that they trade by; empty when it is not known
 * @param from epoch milliseconds
 * @param to   exclusive
 */
record BarChoice(BarSource source, Optional<ContractSpec> spec, TradingCalendar calendar, long from, long to) {
    static Route declare(Route route) {
        return RuleParameters.declare(RangeParameters.declare(route))
                .path("symbol", "e.g. ES, ESZ24, ES-SYNTH")
                .query("timeframe", Param.text(), "length of a bar as stored, e.g. 1m; the finest one when missing");
    }

    /**
     * In one state of the store.
     *
     * @throws Problem 404 with near names, 422 for a timeframe that is not there, 400 for what is no range
     */
    static BarChoice of(Connection connection, Store store, Request request) throws SQLException {
        List<BarSource> sources = store.sources(connection, request);
        BarSource source = source(request, sources);
        Optional<ContractSpec> spec =
                Contracts.spec(connection, source.header().provenance().product());
        TradingCalendar calendar = Contracts.calendar(spec);
        long from = RangeParameters.from(request, calendar);
        long to = RangeParameters.to(request, calendar);
        RangeParameters.check(from, to);
        return new BarChoice(source, spec, calendar, from, to);
    }

    /** The one that is asked for, or the finest one. */
    private static BarSource source(Request request, List<BarSource> sources) {
        if (!request.has("timeframe")) {
            return sources.get(0);
        }
        Timeframe wanted = timeframe(request);
        return sources.stream()
                .filter(source -> source.header().timeframe().equals(wanted))
                .findFirst()
                .orElseThrow(() -> notStored(
                        request.path("symbol"),
                        sources.stream()
                                .map(there -> there.header().timeframe())
                                .toList(),
                        wanted));
    }

    static Problem notStored(String symbol, List<Timeframe> there, Timeframe wanted) {
        return Problem.unprocessable(
                        "'" + symbol + "' is stored as " + there + ", not as " + wanted + "; ask for one of these.")
                .field("timeframe", wanted, "not stored");
    }

    static Timeframe timeframe(Request request) {
        try {
            return Timeframe.parse(request.text("timeframe"));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage() + ".")
                    .field("timeframe", request.text("timeframe"), e.getMessage());
        }
    }

    BarRange newest(long limit) {
        return new BarRange(from, to, limit);
    }
}
