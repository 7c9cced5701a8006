package futures.backtest.store;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a part of a result. */
@FunctionalInterface
public interface PartContent {
    void writeTo(OutputStream out) throws IOException;
}
