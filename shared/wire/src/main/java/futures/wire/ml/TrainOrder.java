package futures.wire.ml;

/**
 * A training.
 *
 * @param name        of the model; a further one of the same name is its next version; null: symbol and kind
 * @param dataset     hash of a dataset that was made; null with {@code data}
 * @param data        dataset to make; null with {@code dataset}
 * @param model       what is fitted
 * @param validation  null: purged k-fold
 * @param threshold   probability, or return, from which signals take a position; null: 0.55, or the costs of a round trip
 * @param shuffles    fits on shuffled labels, at least 1; null: 5
 * @param seed        of all that is drawn; null: 1
 * @param expiresDays after which the model counts as expired; null: never
 */
public record TrainOrder(
        String name,
        String dataset,
        DatasetOrder data,
        ModelChoice model,
        ValidationSpec validation,
        Double threshold,
        Integer shuffles,
        Long seed,
        Integer expiresDays) {}
