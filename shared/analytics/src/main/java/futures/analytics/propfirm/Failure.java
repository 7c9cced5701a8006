package futures.analytics.propfirm;

/** The rule by which an account failed. */
public enum Failure {
    MAX_LOSS,
    DAILY_LOSS,
    CONSISTENCY,
    TIME
}
