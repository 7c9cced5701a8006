package futures.marketdata;

import com.fasterxml.jackson.databind.JsonNode;
import futures.model.Roll;
import futures.model.RollCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads a roll calendar, as the data service gives it, into the words of the market. */
public final class RollReader {
    private RollReader() {}

    /** @param calendar one of the answer's */
    public static RollCalendar calendar(JsonNode calendar) {
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
