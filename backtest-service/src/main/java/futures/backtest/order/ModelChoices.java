package futures.backtest.order;

import futures.kit.http.Problem;
import futures.wire.backtest.BacktestOrder;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Checks which models an order names. */
final class ModelChoices {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
    private static final int MOST = 20;

    private ModelChoices() {}

    /** By name; null when there are none. */
    static Map<String, String> of(BacktestOrder order) {
        Map<String, String> models = order.models();
        if (models == null || models.isEmpty()) {
            if (Boolean.TRUE.equals(order.forceInSample())) {
                throw Problem.unprocessable("'force_in_sample' is about models, and the order names none.")
                        .field("force_in_sample", true, "only with models");
            }
            return null;
        }
        if (order.strategies() != null) {
            throw Problem.unprocessable("'models' belongs to an order of one strategy.")
                    .field("models", models.keySet(), "not with strategies");
        }
        if (models.size() > MOST) {
            throw Fields.outside("models", models.size(), "at most " + MOST);
        }
        models.forEach((name, id) -> {
            if (!WORD.matcher(name).matches() || id == null || !WORD.matcher(id).matches()) {
                throw Fields.outside(
                        "models." + name,
                        id,
                        "the id of a trained model, as GET /api/ml/models lists it, by a name of letters and digits");
            }
        });
        return Collections.unmodifiableMap(new TreeMap<>(models));
    }
}
