package futures.wire.ml;

import java.util.List;
import java.util.Map;

/**
 * What is fitted, in every fold and at last on all rows. Everything in here is fitted on training rows only.
 *
 * @param kind         as {@code GET /api/ml/learners} lists them, e.g. {@code logistic}, {@code xgboost}
 * @param parameters   of the kind; those left out stand in
 * @param scale        bring columns to mean 0 and deviation 1; null: of linear models
 * @param impute       {@code median}, or {@code none}, which leaves values missing to models that take that; null: median
 * @param select       keep so many columns, those that go with the target most; null: all
 * @param classWeights {@code none} or {@code balanced}; null: none
 * @param calibration  {@code none}, {@code platt} or {@code isotonic}, fitted on out-of-fold predictions; null: none
 * @param search       parameters to be chosen from; null: none
 */
public record ModelChoice(
        String kind,
        Map<String, Object> parameters,
        Boolean scale,
        String impute,
        Integer select,
        String classWeights,
        String calibration,
        Search search) {

    /**
     * A search in each training fold by itself, by folds within it: what is tested played no part in the choice.
     *
     * @param space  values to try of each parameter
     * @param trials combinations drawn at most; all of them when there are no more
     */
    public record Search(Map<String, List<Object>> space, Integer trials) {}
}
