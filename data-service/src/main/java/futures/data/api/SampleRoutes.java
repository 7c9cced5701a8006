package futures.data.api;

import futures.data.roll.DatedSymbol;
import futures.data.sample.SampleData;
import futures.data.store.Series;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.data.SampleAnswer;
import futures.wire.data.SeriesMessage;
import java.util.List;
import java.util.function.Predicate;

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
                .query(
                        "kind",
                        Param.choice("index", "chain").orElse("index"),
                        "index: the three series above; chain: five dated contracts of 5-minute bars whose rolls are known")
                .query("holes", Param.flag().orElse(false), "of kind=chain: another chain, in which bars are missing")
                .answers(SampleAnswer.class)
                .handle(this::write);
    }

    private SampleAnswer write(Request request) {
        boolean holes = request.flag("holes");
        if (request.text("kind").equals("chain")) {
            long added = SampleData.writeChain(store.database(), store.clock(), holes);
            String root = holes ? SampleData.CHAIN_WITH_HOLES : SampleData.CHAIN;
            return answer(
                    added,
                    root + ".v.0@diff",
                    symbol -> DatedSymbol.parse(symbol)
                            .filter(dated -> dated.root().equals(root))
                            .isPresent());
        }
        if (holes) {
            throw Problem.badRequest("'holes' goes with kind=chain.").field("holes", true, "without kind=chain");
        }
        long added = SampleData.write(store.database(), store.clock());
        return answer(
                added,
                SampleData.CONTINUOUS,
                List.of(SampleData.CONTINUOUS, SampleData.JUNE, SampleData.SEPTEMBER)::contains);
    }

    private SampleAnswer answer(long added, String tryThis, Predicate<String> symbols) {
        List<Series> made = store.all().stream()
                .filter(series -> symbols.test(series.symbol()))
                .toList();
        if (added > 0) {
            made.forEach(series -> store.tellUpdate(
                    "bars_imported", series.symbol(), series.timeframe().toString(), series.bars()));
        }
        List<SeriesMessage> messages =
                made.stream().map(series -> store.message(series, false)).toList();
        return new SampleAnswer(added, tryThis, messages);
    }
}
