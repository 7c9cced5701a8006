package futures.strategy.tsx;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a trade that have targets of their own: {@code 50@1.5 50@2} is half of it at 1.5 times the risk and half at twice. */
final class PartialExits {
    private static final Pattern PART = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)@(\\d{1,6}(?:\\.\\d{1,6})?)");
    private static final double ALL = 100;

    private final List<Part> parts;

    private PartialExits(List<Part> parts) {
        this.parts = parts;
    }

    /** @param multiple of the risk */
    private record Part(double percent, double multiple) {}

    /**
     * Contracts with a target of their own.
     *
     * @param multiple of the risk at which the target lies; NaN for that of the signal
     */
    record Slice(int contracts, double multiple) {}

    /** @throws IllegalArgumentException for what is no list of parts of at most 100 percent together */
    static PartialExits of(String text) {
        List<Part> parts = new ArrayList<>();
        double sum = 0;
        for (String word : text.strip().isEmpty() ? new String[0] : text.strip().split("[\\s,;]+")) {
            Matcher part = PART.matcher(word);
            if (!part.matches() || Double.parseDouble(part.group(1)) == 0 || Double.parseDouble(part.group(2)) == 0) {
                throw new IllegalArgumentException("parameter partial_exits must be parts like 50@1.5, percent of the"
                        + " contracts at a multiple of the risk, both above 0; found '" + word + "'");
            }
            parts.add(new Part(Double.parseDouble(part.group(1)), Double.parseDouble(part.group(2))));
            sum += Double.parseDouble(part.group(1));
        }
        if (sum > ALL) {
            throw new IllegalArgumentException("parameter partial_exits must be 100 percent together or less, found "
                    + sum + " in '" + text + "'");
        }
        return new PartialExits(List.copyOf(parts));
    }

    boolean none() {
        return parts.isEmpty();
    }

    /** All contracts together, with the target of the signal. */
    static List<Slice> whole(int contracts) {
        return List.of(new Slice(contracts, Double.NaN));
    }

    /** Whole contracts, rounded down from the first part on, so that no part takes more than the percent up to it allow. */
    List<Slice> of(int contracts) {
        List<Slice> slices = new ArrayList<>();
        double percent = 0;
        int given = 0;
        for (Part part : parts) {
            percent += part.percent();
            int upTo = (int) Math.floor(contracts * percent / ALL + 1e-9);
            if (upTo > given) {
                slices.add(new Slice(upTo - given, part.multiple()));
            }
            given = upTo;
        }
        if (given < contracts) {
            slices.add(new Slice(contracts - given, Double.NaN));
        }
        return slices;
    }
}
