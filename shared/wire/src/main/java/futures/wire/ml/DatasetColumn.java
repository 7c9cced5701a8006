package futures.wire.ml;

/**
 * One column of a dataset.
 *
 * @param feature  all of it in one line
 * @param warmUp   bars at the beginning of the series without a value
 * @param lookBack bars before its own that a value depends on; null without a limit
 * @param needs    the same in words
 * @param missing  rows without a value, which training fills with the median of its training rows
 * @param mean     of the rows that have one; null when none has
 * @param deviation of the sample; null when fewer than two have one
 */
public record DatasetColumn(
        String name,
        String feature,
        String known,
        int warmUp,
        Integer lookBack,
        String needs,
        int missing,
        Double mean,
        Double deviation) {}
