package futures.analytics.tail;

/** What the past says about what comes next. */
public interface TailModel {
    /** @param level share of the worst outcomes, above 0 and below 1 */
    TailRisk at(double level);
}
