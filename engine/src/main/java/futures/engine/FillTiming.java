package futures.engine;

/** When a market order fills. */
public enum FillTiming {
    NEXT_OPEN,
    /** At the very close that the strategy acts on; only for comparison with tools that do so. */
    SAME_CLOSE
}
