package futures.engine.finding;

/** How much a finding says about the worth of a result. */
public enum Severity {
    /** Good to know when reading the figures. */
    NOTE,
    /** The figures may not hold; do what the remedy says before believing them. */
    WARNING,
    /** The figures do not hold as they are. */
    SERIOUS
}
