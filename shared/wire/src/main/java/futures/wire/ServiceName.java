package futures.wire;

/** The five services, by the names that configuration, logs and health bodies use. */
public enum ServiceName {
    DATA,
    BACKTEST,
    RISK,
    ML,
    PORTFOLIO;

    /** Lower-case name, as in {@code logs/data.log} and {@code ports.data}. */
    public String text() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
