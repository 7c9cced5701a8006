package futures.analytics.propfirm;

/** What the floor of the maximum loss follows upward; it never falls. */
public enum TrailBasis {
    /** Nothing: it stays where it began. */
    STATIC,
    /** The highest balance at the end of a day, from the next day on. */
    END_OF_DAY,
    /** The highest equity at any moment, open profit included. */
    INTRADAY_PEAK,
    /** The highest balance of what was closed, at any moment. */
    REALISED
}
