package futures.risk.limit;

import futures.analytics.limit.Limit;
import futures.wire.risk.LimitRow;

/**
 * A limit with what it is set for.
 *
 * @param id null for {@link Scope#ALL}
 */
public record ScopedLimit(Scope scope, String id, Limit limit) {
    /** As the wire has it. */
    public LimitRow row() {
        return new LimitRow(Limit.word(scope), id, Limit.word(limit.kind()), limit.value(), Limit.word(limit.unit()));
    }

    /** Unlike that of any other limit; one with another value is another limit. */
    public String key() {
        return place() + " " + limit.value().stripTrailingZeros().toPlainString();
    }

    /** What no two limits of a set may have in common. */
    String place() {
        return Limit.word(scope) + " " + (id == null ? "" : id) + " " + Limit.word(limit.kind()) + " "
                + Limit.word(limit.unit());
    }

    /** E.g. {@code daily_loss of strategy SimpleMAStrategy}. */
    public String name() {
        return nameBeside("");
    }

    /** The same, without the scope where that is the subject itself. */
    public String nameBeside(String subject) {
        boolean itself = scope == Scope.ALL || Limit.word(scope).equals(subject);
        return Limit.word(limit.kind()) + (itself ? "" : " of " + Limit.word(scope) + " " + id);
    }
}
