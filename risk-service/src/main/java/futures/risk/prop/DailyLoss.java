package futures.risk.prop;

/** What reaching the daily loss does. */
enum DailyLoss {
    OFF,
    FLATTEN,
    FAIL
}
