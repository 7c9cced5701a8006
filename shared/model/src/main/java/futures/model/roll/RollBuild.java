package futures.model.roll;

import futures.model.FuturesContract;
import futures.model.RollCalendar;
import java.util.List;

/**
 * What a rule made of a chain of contracts.
 *
 * @param first    the front contract before the first roll
 * @param calendar with the rule as its provenance
 * @param warnings what a user should know, in the order of the rolls: contracts left out, rolls priced by an old bar, a roll that
 *     has no price, at which the calendar ends
 */
public record RollBuild(FuturesContract first, RollCalendar calendar, List<String> warnings) {
    public RollBuild {
        warnings = List.copyOf(warnings);
    }
}
