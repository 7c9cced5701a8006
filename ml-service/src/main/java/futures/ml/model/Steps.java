package futures.ml.model;

/**
 * What a preparation has learnt.
 *
 * @param fills      by feature what stands for a missing value; not a number: it stays missing
 * @param means      taken away by feature
 * @param deviations divided by afterwards
 * @param kept       places of the features that are left, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and seen in this package only
record Steps(double[] fills, double[] means, double[] deviations, int[] kept) {

    Matrix apply(Matrix matrix) {
        double[][] columns = new double[kept.length][];
        for (int k = 0; k < kept.length; k++) {
            int f = kept[k];
            columns[k] = matrix.column(f);
            for (int i = 0; i < columns[k].length; i++) {
                double value = Double.isNaN(columns[k][i]) ? fills[f] : columns[k][i];
                columns[k][i] = (value - means[f]) / deviations[f];
            }
        }
        return Matrix.of(columns);
    }

    /** Figures of the features that are left, each at its own place; 0 for the others. The last figures are kept behind. */
    double[] spread(double[] figures) {
        int extra = figures.length - kept.length;
        double[] all = new double[fills.length + extra];
        for (int k = 0; k < kept.length; k++) {
            all[kept[k]] = figures[k];
        }
        System.arraycopy(figures, kept.length, all, fills.length, extra);
        return all;
    }
}
