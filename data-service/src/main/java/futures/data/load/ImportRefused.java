package futures.data.load;

import futures.wire.data.BadRow;
import java.util.List;

/** An import was refused whole; the store is as it was. */
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<BadRow> rows;

    ImportRefused(String message, List<BadRow> rows) {
        super(message, null, false, false);
        this.rows = List.copyOf(rows);
    }

    /** The first rows that are to blame. */
    public List<BadRow> rows() {
        return rows;
    }
}
