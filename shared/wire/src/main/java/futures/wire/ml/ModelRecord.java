package futures.wire.ml;

import java.time.Instant;
import java.util.List;

/**
 * A model of the registry.
 *
 * @param id          e.g. {@code mes-logistic-3}
 * @param version     of its name, from 1
 * @param stage       {@code candidate}, {@code production}, {@code retired} or {@code deleted}
 * @param task        {@code classification} or {@code regression}
 * @param hash        of the model's bytes
 * @param createdAt   when its training asked for its bars
 * @param stale       when its data changed after the training; null while it has not
 * @param expired     past {@code expiresAt}
 * @param order       as it was carried out, nothing left open
 * @param dataset     that it was trained on, with its hashes
 * @param report      what the training found
 * @param library     versions that fitted it
 * @param features    columns in the order in which a row gives them
 */
public record ModelRecord(
        String id,
        String name,
        int version,
        String stage,
        String task,
        String hash,
        Instant createdAt,
        Instant expiresAt,
        boolean expired,
        DataChange stale,
        List<String> features,
        TrainOrder order,
        DatasetAnswer dataset,
        TrainReport report,
        String library) {}
