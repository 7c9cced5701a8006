package futures.ml;

import futures.ml.dataset.FeatureSpecs;
import futures.ml.feature.Feature;
import futures.ml.feature.FeatureCatalogue;
import futures.model.ContinuousSymbol;
import futures.wire.ml.DataChange;
import futures.wire.ml.ModelRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether what a model was trained on has changed since, and whether it has outlived its time. */
final class Staleness {
    private final DataChanges changes;
    private final FeatureCatalogue catalogue;
    private final Clock clock;

    Staleness(DataChanges changes, FeatureCatalogue catalogue, Clock clock) {
        this.changes = changes;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** The record with both as they are now. */
    ModelRecord judged(ModelRecord record) {
        Instant expires = record.expiresAt();
        return new ModelRecord(
                record.id(),
                record.name(),
                record.version(),
                record.stage(),
                record.task(),
                record.hash(),
                record.createdAt(),
                expires,
                expires != null && !clock.instant().isBefore(expires),
                change(record),
                record.features(),
                record.order(),
                record.dataset(),
                record.report(),
                record.library());
    }

    private DataChange change(ModelRecord record) {
        Set<String> symbols = new LinkedHashSet<>();
        symbols.add(record.dataset().order().symbol());
        if (record.dataset().order().contract() != null) {
            symbols.add(record.dataset().order().contract());
        }
        try {
            for (Feature feature : FeatureSpecs.read(record.dataset().order().features(), catalogue)) {
                symbols.addAll(feature.symbols());
            }
        } catch (futures.kit.http.Problem e) {
            // a kind that was dropped in is gone: the model says so itself when it is asked to predict
            symbols.remove("");
        }
        return changes.all().stream()
                .filter(change -> change.changedAt().isAfter(record.createdAt()))
                .filter(change -> symbols.stream().anyMatch(symbol -> concerns(change.symbol(), symbol)))
                .max(Comparator.comparing(DataChange::changedAt))
                .orElse(null);
    }

    /** A continuous series depends on the rolls of its root, and on each contract of it. */
    static boolean concerns(String changed, String symbol) {
        if (changed.equals(symbol)) {
            return true;
        }
        return ContinuousSymbol.parse(symbol)
                .map(series -> {
                    String[] root = series.root().split("-", 2);
                    String ending = root.length == 1 ? "" : "-" + Pattern.quote(root[1]);
                    return changed.equals(series.root())
                            || changed.equals(root[0])
                            || changed.matches(Pattern.quote(root[0]) + "[FGHJKMNQUVXZ]\\d{1,4}" + ending);
                })
                .orElse(false);
    }
}
