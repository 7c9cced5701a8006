package futures.data.api;

import futures.data.sample.SampleData;
import futures.data.store.Series;
import futures.kit.http.Routes;
import futures.wire.data.SampleAnswer;
import futures.wire.data.SeriesMessage;
import java.util.List;

/** Made-up bars for a first run. */
public final class SampleRoutes {
    private final Store store;

    public SampleRoutes(Store store) {
        this.store = store;
    }

    public void mount(Routes routes) {
        routes.post("/api/data/sample")
                .summary("Write made-up ES bars for a first run")
                .description(
                        "Three months of minutes of two contract months and a continuous series, all on the tick grid"
                                + " and all named `…-SYNTH`: no market ever traded so. Asked again, it changes nothing.")
                .answers(SampleAnswer.class)
                .handle(request -> write());
    }

    private SampleAnswer write() {
        long added = SampleData.write(store.database(), store.clock());
        List<Series> made = store.all().stream()
                .filter(series -> series.symbol().endsWith(SampleData.ENDING))
                .toList();
        if (added > 0) {
            made.forEach(series -> store.tellUpdate(
                    "bars_imported", series.symbol(), series.timeframe().toString(), series.bars()));
        }
        List<SeriesMessage> messages =
                made.stream().map(series -> store.message(series, false)).toList();
        return new SampleAnswer(added, SampleData.CONTINUOUS, messages);
    }
}
