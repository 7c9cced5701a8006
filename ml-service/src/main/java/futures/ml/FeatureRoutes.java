package futures.ml;

import futures.kit.http.Routes;
import futures.ml.dataset.FeaturePreview;
import futures.ml.feature.FeatureCatalogue;
import futures.wire.ml.FeatureList;
import futures.wire.ml.FeatureOrder;
import futures.wire.ml.FeatureRows;

/** The catalogue. */
final class FeatureRoutes {
    private static final String LANGUAGE =
            "Columns open, high, low, close, volume (prices moved forwards for rolls) and traded (the close as"
                    + " traded: divide by it); + - * / and comparisons, which give 1 or 0; abs, log, sqrt, sign, min, max, if(condition, a, b);"
                    + " of the last n values mean, std, sum, highest, lowest, ema, lag, diff, corr(x, y, n); every feature of the catalogue with"
                    + " its parameters in order, such as rsi(14); at('1h', x) of complete longer bars, at('NQ', x) of another symbol.";

    private final FeatureCatalogue catalogue;

    private final FeaturePreview preview;

    FeatureRoutes(FeatureCatalogue catalogue, FeaturePreview preview) {
        this.catalogue = catalogue;
        this.preview = preview;
    }

    void declare(Routes routes) {
        routes.get("/api/ml/features")
                .summary("The features that datasets can be made of")
                .description("With parameters, how much of the past a value needs, and when it is known.")
                .answers(FeatureList.class)
                .handle(request -> new FeatureList(catalogue.described(), LANGUAGE));
        routes.post("/api/ml/features")
                .summary("Values of features of the newest stored bars")
                .body(FeatureOrder.class)
                .answers(FeatureRows.class)
                .handle(request -> preview.of(request.body(FeatureOrder.class)));
    }
}
