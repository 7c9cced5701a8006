package futures.ml;

import com.fasterxml.jackson.core.type.TypeReference;
import futures.kit.json.Json;
import futures.wire.ml.ModelComparison;
import futures.wire.ml.ModelLine;
import futures.wire.ml.ModelRecord;
import futures.wire.ml.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shorter views of records. */
final class ModelLines {
    private ModelLines() {}

    static ModelLine line(ModelRecord record) {
        return new ModelLine(
                record.id(),
                record.name(),
                record.version(),
                record.stage(),
                record.task(),
                record.order().model().kind(),
                record.dataset().order().symbol(),
                record.dataset().order().timeframe(),
                record.createdAt(),
                record.expiresAt(),
                record.expired(),
                record.stale(),
                record.report().metrics().get(record.task().equals("classification") ? "auc" : "rank_ic"),
                record.report().verdict().evidence(),
                record.report().signals().net(),
                (int) record.report().leakage().stream()
                        .filter(check -> check.result().equals("failed"))
                        .count());
    }

    static Provenance provenance(ModelRecord record) {
        return new Provenance(
                record.id(),
                record.hash(),
                record.dataset().hash(),
                record.dataset().dataHash(),
                record.dataset().featureHash(),
                record.dataset().labelHash(),
                record.dataset().columns(),
                record.dataset().order().label(),
                record.dataset().order().sampling(),
                record.order().model(),
                record.order().validation(),
                record.order().seed(),
                record.library(),
                record.dataset().from(),
                record.dataset().to(),
                record.createdAt(),
                record.report().metrics());
    }

    static ModelComparison compare(List<ModelRecord> records) {
        Set<String> names = new TreeSet<>();
        records.forEach(record -> names.addAll(record.report().metrics().keySet()));
        Map<String, List<Double>> metrics = new LinkedHashMap<>();
        for (String name : names) {
            metrics.put(name, each(records, record -> record.report().metrics().get(name)));
        }
        metrics.put("net", each(records, record -> record.report().signals().net()));
        metrics.put(
                "deflated_sharpe",
                each(records, record -> record.report().signals().deflatedSharpe()));
        Map<String, List<String>> settings = new LinkedHashMap<>();
        settings.put("kind", each(records, record -> record.order().model().kind()));
        settings.put(
                "parameters",
                each(records, record -> words(record.order().model().parameters())));
        settings.put("features", each(records, record -> String.join(", ", record.features())));
        settings.put(
                "label", each(records, record -> words(record.dataset().order().label())));
        settings.put(
                "sampling",
                each(records, record -> words(record.dataset().order().sampling())));
        settings.put("validation", each(records, record -> words(record.order().validation())));
        settings.put(
                "calibration", each(records, record -> record.order().model().calibration()));
        settings.put(
                "threshold",
                each(records, record -> String.valueOf(record.order().threshold())));
        settings.put(
                "seed", each(records, record -> String.valueOf(record.order().seed())));
        settings.put(
                "range",
                each(
                        records,
                        record -> record.dataset().from() + " to "
                                + record.dataset().to()));
        settings.values().removeIf(values -> values.stream().distinct().count() == 1);
        boolean same = each(
                                records,
                                record -> record.dataset().dataHash()
                                        + record.dataset().labelHash())
                        .stream()
                        .distinct()
                        .count()
                == 1;
        return new ModelComparison(records.stream().map(ModelLines::line).toList(), metrics, settings, same);
    }

    /** {@code kind purged_kfold, folds 5}: what is open is left out. */
    private static String words(Object settings) {
        Map<String, Object> all =
                Json.mapper().convertValue(settings, new TypeReference<LinkedHashMap<String, Object>>() {});
        return all == null
                ? ""
                : all.entrySet().stream()
                        .filter(one -> one.getValue() != null)
                        .map(one -> one.getKey() + " " + one.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static <T> List<T> each(List<ModelRecord> records, Function<ModelRecord, T> of) {
        List<T> values = new ArrayList<>();
        records.forEach(record -> values.add(of.apply(record)));
        return values;
    }
}
