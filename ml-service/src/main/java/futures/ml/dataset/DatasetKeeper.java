package futures.ml.dataset;

import futures.kit.http.Problem;
import futures.wire.ml.DatasetAnswer;
import futures.wire.ml.DatasetOrder;
import java.util.List;

/**
 * Datasets by hash. One is made at a time, and the last one stays in memory; any other is made again from the bars, and must
 * come out the same.
 */
public final class DatasetKeeper {
    private final Datasets datasets;
    private final DatasetStore store;
    private Dataset last;

    public DatasetKeeper(Datasets datasets, DatasetStore store) {
        this.datasets = datasets;
        this.store = store;
    }

    /** Made of the bars as they are now, and kept by its hash. */
    public synchronized Dataset make(DatasetOrder order) {
        last = null; // two large ones at a time may be more than there is memory for
        last = datasets.make(order);
        store.keep(last.about());
        return last;
    }

    /** @throws Problem 404 when nobody made such a dataset, 409 when its bars have changed since */
    public synchronized Dataset get(String hash) {
        if (last != null && last.about().hash().equals(hash)) {
            return last;
        }
        DatasetAnswer known = about(hash);
        Dataset again = make(known.order());
        if (!again.about().hash().equals(hash)) {
            throw Problem.conflict(
                    "The bars of dataset " + hash + " have changed since it was made: the same order now makes "
                            + again.about().hash() + ". Use that one.");
        }
        return again;
    }

    /** What a dataset was made of. */
    public DatasetAnswer about(String hash) {
        return store.find(hash)
                .orElseThrow(() -> Problem.notFound(
                        "There is no dataset '" + hash + "'; POST /api/ml/datasets makes one, GET lists them."));
    }

    public List<DatasetAnswer> newest(int limit) {
        return store.newest(limit);
    }
}
