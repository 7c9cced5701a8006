package futures.data.serve;

import futures.data.store.Chunk;
import java.io.IOException;

/** One way of writing bars. */
public interface BarOutput {
    void begin() throws IOException;

    /** Bars {@code from} to {@code to}, exclusive; newest first when the output was made for that. */
    void bars(Chunk chunk, int from, int to) throws IOException;

    void end() throws IOException;
}
