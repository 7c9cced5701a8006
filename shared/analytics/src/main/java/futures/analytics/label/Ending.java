package futures.analytics.label;

/** What ended a label. */
public enum Ending {
    /** The price went far enough in the side's favour, or up when there is no side. */
    PROFIT,
    /** The price went far enough against the side, or down when there is no side. */
    STOP,
    /** Neither did in the time there was. */
    TIME
}
