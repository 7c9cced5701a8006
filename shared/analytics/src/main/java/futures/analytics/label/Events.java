package futures.analytics.label;

/** What events must be. */
final class Events {
    private Events() {}

    /** @throws IllegalArgumentException unless they are ascending bars of the series */
    static void check(int[] events, int bars) {
        for (int i = 0; i < events.length; i++) {
            if (events[i] < 0 || events[i] >= bars || (i > 0 && events[i] <= events[i - 1])) {
                throw new IllegalArgumentException(
                        "event " + i + " is bar " + events[i] + (i > 0 ? " after bar " + events[i - 1] : "")
                                + "; events are ascending bars from 0 to " + (bars - 1));
            }
        }
    }

    static void sameLength(String what, int found, int expected) {
        if (found != expected) {
            throw new IllegalArgumentException(what + " has " + found + " values, expected " + expected);
        }
    }
}
