package futures.backtest.series;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.http.Problem;
import futures.model.Adjustment;
import futures.model.ContinuousSymbol;
import futures.model.Roll;
import futures.model.RollCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the rolls of a continuous series are to be had. Its bars are asked for as they were traded; how they are adjusted is
 * the engine's, which fills orders at the contracts' own prices.
 */
record Rolled(ContinuousSymbol series, RollChoice choice) {
    /** Null for a series that is no continuous one. */
    static Rolled of(SeriesKey key) {
        return ContinuousSymbol.parse(key.symbol())
                .map(series -> new Rolled(series, key.rolls()))
                .orElse(null);
    }

    /** Its bars as they were traded. */
    String traded() {
        return series.with(Adjustment.NONE).toString();
    }

    /** Further parameters of a request for bars. */
    String barParameters() {
        return choice == null ? "" : "&roll_rule=" + choice.rule() + days("&roll_days=");
    }

    String calendarPath() {
        String root = "/api/rolls/" + series.root();
        return choice == null
                ? root + "?series=" + series.rolls() + "&position=" + series.position()
                : root + "?rule=" + choice.rule() + days("&days=") + "&position=" + series.position();
    }

    private String days(String parameter) {
        return choice.days() == null ? "" : parameter + choice.days();
    }

    /** @param revision of the rolls by which the bars were joined */
    RollCalendar calendar(JsonNode answer, String revision) {
        JsonNode calendar = answer.path("calendars").path(0);
        if (!calendar.path("revision").asText().equals(revision)) {
            throw Problem.unavailable("The rolls of " + series + " changed while its bars were fetched; try again.");
        }
        List<Roll> rolls = new ArrayList<>();
        for (JsonNode roll : calendar.path("rolls")) {
            rolls.add(new Roll(
                    Instant.parse(roll.get("time").asText()).toEpochMilli(),
                    roll.get("from").asText(),
                    roll.get("to").asText(),
                    roll.get("old_price").decimalValue(),
                    roll.get("new_price").decimalValue()));
        }
        return new RollCalendar(rolls, calendar.path("provenance").asText());
    }
}
