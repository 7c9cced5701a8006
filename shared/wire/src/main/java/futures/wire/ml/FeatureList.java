package futures.wire.ml;

import java.util.List;

/**
 * The catalogue.
 *
 * @param language what expressions may hold
 */
public record FeatureList(List<Kind> features, String language) {
    /**
     * One kind.
     *
     * @param known    when the value of a bar is known
     * @param warmUp   bars without a value at the beginning with the stand-ins; null where trading days decide
     * @param lookBack bars before its own that a value depends on; null without a limit
     * @param needs    both in words
     */
    public record Kind(
            String name,
            String description,
            List<Parameter> parameters,
            String known,
            Integer warmUp,
            Integer lookBack,
            String needs) {}

    /**
     * One parameter.
     *
     * @param type    "integer", "number" or "choice"
     * @param standIn value when none is given
     * @param choices of a choice, else empty
     */
    public record Parameter(
            String name,
            String type,
            Object standIn,
            Number least,
            Number most,
            List<String> choices,
            String description) {}
}
