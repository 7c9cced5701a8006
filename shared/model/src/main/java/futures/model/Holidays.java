package futures.model;

import java.time.LocalDate;

/** What kind of day each weekday is. */
interface Holidays {
    Holidays NONE = day -> DayKind.ORDINARY;

    DayKind of(LocalDate weekday);
}
