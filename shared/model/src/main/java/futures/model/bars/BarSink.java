package futures.model.bars;

/** Takes bars as they are finished, oldest first; open times strictly ascend. Times are epoch milliseconds UTC. */
@FunctionalInterface
public interface BarSink {
    void bar(long openTime, long closeTime, double open, double high, double low, double close, double volume);
}
