package futures.data.api;

import futures.data.contract.Contracts;
import futures.data.source.BarSource;
import futures.data.source.FormedBars;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.model.ContractSpec;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.bars.BarForm;
import futures.model.bars.Hours;
import futures.model.bars.TooManyBars;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Bars as they are stored, or made of these: {@code timeframe}, {@code hours} and {@code settlement} of a request. */
final class FormChoice {
    private FormChoice() {}

    static Route declare(Route route) {
        return RuleParameters.declare(RangeParameters.declare(route))
                .path("symbol", "e.g. ES, ESZ24, ES-SYNTH")
                .query(
                        "timeframe",
                        Param.text(),
                        "length of a bar: minutes to 24h counted from each opening of the market, 1d the trading day, 1w"
                                + " the trading week; or tick:100 (stored bars), volume:5000 (contracts), range:8 or"
                                + " renko:10 (ticks), each trading day anew; the finest stored one when missing")
                .query(
                        "hours",
                        Param.choice("all", "regular", "overnight").orElse("all"),
                        "part of the trading day: the contract's regular hours, or all but these")
                .query(
                        "settlement",
                        Param.text(),
                        "only with 1d: local time of the exchange, e.g. 15:00; the close is the last trade before it");
    }

    /**
     * In one state of the store.
     *
     * @throws Problem 404 with near names, 422 for what cannot be made, 400 for what is no form of bars or no range
     */
    static BarChoice of(Connection connection, Store store, Request request) throws SQLException {
        List<BarSource> sources = store.sources(connection, request);
        BarForm form = form(request, sources.get(0).header().timeframe());
        Optional<BarSource> asStored = asStored(form, sources);
        BarSource first = asStored.orElseGet(() -> possible(request, form, sources));
        Optional<ContractSpec> spec =
                Contracts.spec(connection, first.header().provenance().product());
        TradingCalendar calendar = Contracts.calendar(spec);
        BarSource source = asStored.isPresent() ? first : made(request, first, form, spec, calendar);
        long from = RangeParameters.from(request, calendar);
        long to = RangeParameters.to(request, calendar);
        RangeParameters.check(from, to);
        return new BarChoice(source, spec, calendar, from, to);
    }

    private static BarForm form(Request request, Timeframe finest) {
        BarForm form;
        try {
            form = request.has("timeframe") ? BarForm.parse(request.text("timeframe")) : BarForm.of(finest);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage() + ".")
                    .field("timeframe", request.text("timeframe"), e.getMessage());
        }
        form = form.with(Hours.valueOf(request.text("hours").toUpperCase(Locale.ROOT)));
        if (!request.has("settlement")) {
            return form;
        }
        String text = request.text("settlement");
        try {
            return form.withSettlement(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("'settlement' is a local time such as 15:00.")
                    .field("settlement", text, "no time of day");
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("No settlement: " + e.getMessage()
                            + "; leave 'settlement' or 'hours' out, or ask for timeframe=1d.")
                    .field("settlement", text, e.getMessage());
        }
    }

    private static Optional<BarSource> asStored(BarForm form, List<BarSource> sources) {
        return sources.stream()
                .filter(source -> form.equals(BarForm.of(source.header().timeframe())))
                .findFirst();
    }

    private static BarSource possible(Request request, BarForm form, List<BarSource> sources) {
        return sources.stream()
                .filter(source -> FormedBars.possible(form, source.header().timeframe()))
                .findFirst()
                .orElseThrow(() -> {
                    List<Timeframe> there = sources.stream()
                            .map(source -> source.header().timeframe())
                            .toList();
                    return Problem.unprocessable("'" + request.path("symbol") + "' is stored as " + there + ", and "
                                    + form + " cannot be made of that; ask for what is stored, or import 1m.")
                            .field("timeframe", form.name(), "neither stored nor made of what is");
                });
    }

    private static BarSource made(
            Request request, BarSource from, BarForm form, Optional<ContractSpec> spec, TradingCalendar calendar) {
        try {
            return new FormedBars(from, form, spec, calendar);
        } catch (IllegalArgumentException e) {
            boolean hours = form.hours() != Hours.ALL
                    && spec.map(ContractSpec::regularHours).isEmpty();
            throw Problem.unprocessable("For " + form + " of '" + request.path("symbol") + "' " + e.getMessage()
                            + "; PUT them with the contract, /api/contracts/{symbol}.")
                    .field(hours ? "hours" : "timeframe", hours ? form.hours().text() : form.name(), e.getMessage());
        }
    }

    static Problem tooMany(Request request, TooManyBars why) {
        return Problem.unprocessable("This cannot be made: " + why.getMessage()
                        + "; ask for a part with start_date and end_date, or for larger bars.")
                .field("timeframe", request.text("timeframe"), "too many bars");
    }
}
