package futures.risk.limit;

import futures.analytics.limit.Limit;
import futures.analytics.limit.LimitKind;
import futures.analytics.limit.LimitUnit;
import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.wire.risk.LimitRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads limits from the wire; all faults are told at once, each with its field. */
final class LimitRows {
    private static final int MOST = 1000;
    private static final int MOST_FAULTS = 20;
    private static final Pattern PORTFOLIO = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern STRATEGY = Pattern.compile("[^\\p{Cntrl}]{1,200}");
    private static final Pattern SYMBOL = Pattern.compile("[A-Za-z0-9.@_-]{1,50}");

    private record Fault(String field, Object value, String message) {}

    private final List<Fault> faults = new ArrayList<>();
    private String at;

    private LimitRows() {}

    /** @throws Problem 422 with each wrong field */
    static List<ScopedLimit> parse(List<LimitRow> rows) {
        if (rows == null || rows.size() > MOST) {
            throw Problem.unprocessable(
                            "Send 'limits', a list of at most " + MOST + " limits; an empty one removes all.")
                    .field("limits", rows == null ? null : rows.size(), "must be a list of at most " + MOST);
        }
        return new LimitRows().all(rows);
    }

    private List<ScopedLimit> all(List<LimitRow> rows) {
        List<ScopedLimit> limits = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            at = "limits[" + i + "]";
            ScopedLimit limit = rows.get(i) == null ? missing() : one(rows.get(i));
            if (limit != null) {
                Integer other = places.putIfAbsent(limit.place(), i);
                if (other != null) {
                    fault("kind", rows.get(i).kind(), "limits[" + other + "] limits the same in the same unit");
                }
                limits.add(limit);
            }
        }
        if (!faults.isEmpty()) {
            Problem problem = Problem.unprocessable("The limits have " + faults.size()
                    + (faults.size() == 1 ? " fault" : " faults") + "; none was changed. The first: "
                    + faults.get(0).field() + " " + faults.get(0).message() + ".");
            faults.stream().limit(MOST_FAULTS).forEach(one -> problem.field(one.field(), one.value(), one.message()));
            throw problem;
        }
        return limits;
    }

    private ScopedLimit missing() {
        faults.add(new Fault(at, null, "must be an object with scope, id, kind and value"));
        return null;
    }

    private ScopedLimit one(LimitRow row) {
        int before = faults.size();
        Scope scope = choice("scope", row.scope(), Scope.values());
        LimitKind kind = choice("kind", row.kind(), LimitKind.values());
        LimitUnit unit = row.unit() == null
                ? kind == null ? null : kind.units().get(0)
                : choice("unit", row.unit(), LimitUnit.values());
        id(scope, row.id());
        if (row.value() == null) {
            fault("value", null, "is missing");
        }
        if (faults.size() > before) {
            return null;
        }
        if (!kind.units().contains(unit)) {
            fault(
                    "unit",
                    row.unit(),
                    "must be " + String.join(" or ", words(kind.units().toArray(new LimitUnit[0]))) + " for "
                            + row.kind());
            return null;
        }
        try {
            return new ScopedLimit(scope, row.id(), new Limit(kind, unit, row.value()));
        } catch (IllegalArgumentException e) {
            fault("value", row.value().toPlainString(), "is wrong: " + e.getMessage());
            return null;
        }
    }

    private void id(Scope scope, String id) {
        if (scope == null) {
            return;
        }
        if (scope == Scope.ALL) {
            if (id != null) {
                fault("id", id, "must be left out for scope all");
            }
            return;
        }
        Pattern form = scope == Scope.PORTFOLIO ? PORTFOLIO : scope == Scope.STRATEGY ? STRATEGY : SYMBOL;
        if (id == null || !form.matcher(id).matches()) {
            fault(
                    "id",
                    id,
                    switch (scope) {
                        case PORTFOLIO -> "must be the number of a portfolio";
                        case STRATEGY -> "must be the name of a strategy";
                        default -> "must be a symbol, such as ES or ESZ24";
                    });
        }
    }

    private <E extends Enum<E>> E choice(String field, String given, E[] all) {
        List<String> words = words(all);
        int place = given == null ? -1 : words.indexOf(given);
        if (place < 0) {
            fault(
                    field,
                    given,
                    "must be one of " + String.join(", ", words) + (given == null ? "" : NearNames.hint(given, words)));
            return null;
        }
        return all[place];
    }

    private static List<String> words(Enum<?>[] all) {
        return Arrays.stream(all).map(Limit::word).toList();
    }

    private void fault(String field, Object value, String message) {
        faults.add(new Fault(at + "." + field, value, message));
    }
}
