package futures.kit.columnar;

import java.io.IOException;

/** A stream is cut off, damaged, or uses a part of the Arrow format that bars do not need; the message says which. */
public final class ColumnStreamException extends IOException {
    ColumnStreamException(String message) {
        super(message);
    }
}
