package futures.analytics.indicator;

/** Volume by row of one day, in millionths of a contract, and what {@link VolumeProfile} says of it. */
final class ProfileRows {
    private static final int LARGEST = 200_000;
    private static final double MILLIONTHS = 1e6;

    private final int percent;
    private long[] volumes = new long[0];
    private long base;
    private long lowest;
    private long highest;
    private long total;
    private long control;
    private long areaHigh;
    private long areaLow;

    ProfileRows(int percent) {
        this.percent = percent;
    }

    void add(long low, long high, double volume) {
        reserve(low, high);
        long count = high - low + 1;
        long share = (2 * Math.round(volume * MILLIONTHS) + count) / (2 * count);
        for (long row = low; row <= high; row++) {
            volumes[(int) (row - base)] += share;
        }
        total += share * count;
    }

    private void reserve(long low, long high) {
        boolean first = volumes.length == 0;
        lowest = first ? low : Math.min(lowest, low);
        highest = first ? high : Math.max(highest, high);
        long count = highest - lowest + 1;
        if (count > LARGEST) {
            throw new IllegalArgumentException(
                    "a volume profile has at most " + LARGEST + " rows in a day, this one would" + " have " + count
                            + ": choose higher rows, or look for wrong prices in the data");
        }
        if (first || lowest < base || highest >= base + volumes.length) {
            long margin = count / 2 + 32;
            long[] wider = new long[(int) (count + 2 * margin)];
            System.arraycopy(volumes, 0, wider, first ? 0 : (int) (base - (lowest - margin)), volumes.length);
            volumes = wider;
            base = lowest - margin;
        }
    }

    /** Finds point of control and value area; false when there is no volume. */
    boolean measure() {
        if (total == 0) {
            return false;
        }
        control = control();
        areaHigh = control;
        areaLow = control;
        long inside = at(control);
        // Without loss, and without overflow below 92 billion contracts a day.
        while (inside * 100 < total * percent) {
            long above = at(areaHigh + 1) + at(areaHigh + 2);
            long below = at(areaLow - 1) + at(areaLow - 2);
            boolean up = areaHigh < highest && (areaLow == lowest || above >= below);
            areaHigh = up ? Math.min(highest, areaHigh + 2) : areaHigh;
            areaLow = up ? areaLow : Math.max(lowest, areaLow - 2);
            inside += up ? above : below;
        }
        return true;
    }

    /** Rows are seen from the lowest; twice the distance from the middle stays whole. */
    private long control() {
        long best = lowest;
        for (long row = lowest + 1; row <= highest; row++) {
            if (at(row) > at(best) || (at(row) == at(best) && offMiddle(row) < offMiddle(best))) {
                best = row;
            }
        }
        return best;
    }

    private long offMiddle(long row) {
        return Math.abs(2 * row - lowest - highest);
    }

    private long at(long row) {
        return row < lowest || row > highest ? 0 : volumes[(int) (row - base)];
    }

    long pointOfControl() {
        return control;
    }

    long valueAreaHigh() {
        return areaHigh;
    }

    long valueAreaLow() {
        return areaLow;
    }
}
