package futures.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of the contracts of a product one after the other: {@code ES.v.0@ratio} are those of ES, rolled when volume moves, the
 * front one, adjusted by ratio.
 *
 * @param root       of the product, e.g. {@code ES}; of made-up contracts with their ending, {@code ES-SYNTH}
 * @param rolls      by which they follow each other: {@code c} calendar, {@code v} volume, {@code n} open interest
 * @param position   0 the front contract, 1 the one behind it
 * @param adjustment none when the name does not say
 */
public record ContinuousSymbol(String root, char rolls, int position, Adjustment adjustment) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z0-9]{1,8}(?:-[A-Z]+)?)\\.([cvn])\\.(\\d)(?:@(none|diff|ratio))?");

    /** Empty when the text is not such a name. */
    public static Optional<ContinuousSymbol> parse(String symbol) {
        Matcher parts = FORM.matcher(symbol);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String adjustment = parts.group(4) == null ? "none" : parts.group(4);
        return Optional.of(new ContinuousSymbol(
                parts.group(1),
                parts.group(2).charAt(0),
                Integer.parseInt(parts.group(3)),
                switch (adjustment) {
                    case "diff" -> Adjustment.DIFFERENCE;
                    case "ratio" -> Adjustment.RATIO;
                    default -> Adjustment.NONE;
                }));
    }

    /** The same contracts, otherwise adjusted. */
    public ContinuousSymbol with(Adjustment other) {
        return new ContinuousSymbol(root, rolls, position, other);
    }

    /** As it is written: {@code ES.v.0} without an adjustment, {@code ES.v.0@diff} with one. */
    @Override
    public String toString() {
        return root + "." + rolls + "." + position
                + switch (adjustment) {
                    case NONE -> "";
                    case DIFFERENCE -> "@diff";
                    case RATIO -> "@ratio";
                };
    }
}
