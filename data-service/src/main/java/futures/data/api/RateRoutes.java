package futures.data.api;

import futures.data.rate.Rates;
import futures.kit.http.Param;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.Channels;
import futures.wire.data.RatePair;
import futures.wire.data.RatePairList;
import futures.wire.data.RatesMessage;
import futures.wire.data.RatesUpload;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Currency rates. */
public final class RateRoutes {
    private static final String PATH = "/api/rates/{pair}";
    private static final String PAIR = "two ISO codes, e.g. EURUSD: dollars for one euro";

    private final Store store;
    private final Rates rates;

    public RateRoutes(Store store, Rates rates) {
        this.store = store;
        this.rates = rates;
    }

    public void mount(Routes routes) {
        routes.get("/api/rates")
                .summary("Currency pairs that have rates")
                .answers(RatePairList.class)
                .handle(request -> new RatePairList(rates.pairs()));
        routes.get(PATH)
                .summary("All rates of a pair, oldest first")
                .path("pair", PAIR)
                .answers(RatesMessage.class)
                .handle(request -> rates.get(request.path("pair")));
        routes.put(PATH)
                .summary("Store the rates of a pair")
                .description("In place of all that are there. As JSON, `{\"source\": \"ECB\", \"rates\": [{\"date\":"
                        + " \"2024-01-02\", \"rate\": 1.0956}]}`, or as `text/csv` with lines such as"
                        + " `2024-01-02,1.0956` and `source` as a parameter. A trading day uses the last rate of a day"
                        + " before it.")
                .path("pair", PAIR)
                .query("source", Param.text(), "where rates sent as CSV came from, in words")
                .body(RatesUpload.class)
                .answers(RatePair.class)
                .handle(this::put);
    }

    private Object put(Request request) {
        RatePair stored = stored(request);
        store.bus().publish(Channels.DATA_UPDATES, "rates_changed", stored.href(), Map.of("pair", stored.pair()));
        return stored;
    }

    private RatePair stored(Request request) {
        String type = request.context().contentType();
        if (type != null && type.startsWith("text/csv")) {
            String lines = new String(request.context().bodyAsBytes(), StandardCharsets.UTF_8);
            return rates.putLines(request.path("pair"), request.text("source"), lines);
        }
        RatesUpload upload = request.body(RatesUpload.class);
        return rates.put(request.path("pair"), upload.source(), upload.rates());
    }
}
