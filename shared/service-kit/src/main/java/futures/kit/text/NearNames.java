package futures.kit.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant, for messages that end in "did you mean …?". */
public final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    /** Up to three known names within a third of the wrong name's length in edits, nearest first. */
    public static List<String> of(String wrong, Collection<String> known) {
        String given = wrong.toLowerCase(Locale.ROOT);
        int allowed = Math.max(2, given.length() / 3);
        int nearest = known.stream()
                .mapToInt(name -> distance(given, name.toLowerCase(Locale.ROOT)))
                .min()
                .orElse(Integer.MAX_VALUE);
        return known.stream()
                .filter(name -> {
                    String lower = name.toLowerCase(Locale.ROOT);
                    int distance = distance(given, lower);
                    return (distance <= allowed && distance <= nearest + 1)
                            || (given.length() >= 2 && lower.startsWith(given));
                })
                .sorted(Comparator.comparingInt((String name) -> distance(given, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** The ending of a message: {@code "; did you mean 'ports.data'?"}, or nothing when no name is near. */
    public static String hint(String wrong, Collection<String> known) {
        List<String> near = of(wrong, known);
        return near.isEmpty() ? "" : "; did you mean '" + String.join("' or '", near) + "'?";
    }

    /** Levenshtein distance: the fewest insertions, deletions and replacements of a character. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            int[] swap = previous;
            previous = current;
            current = swap;
        }
        return previous[b.length()];
    }
}
