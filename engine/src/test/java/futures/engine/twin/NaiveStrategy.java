package futures.engine.twin;

/** Decides at the close of a bar. */
public interface NaiveStrategy {
    void atClose(int bar, NaiveDesk desk);
}
