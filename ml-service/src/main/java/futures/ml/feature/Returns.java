package futures.ml.feature;

/** Returns over bars, in the terms of the later bar's contract. */
final class Returns {
    private Returns() {}

    /** {@code p / (p - change) - 1} with the traded close p: what the contract held at the bar has made. */
    static double[] simple(FeatureInput input, int bars) {
        double[] closes = input.closes();
        double[] traded = input.traded();
        double[] returns = Columns.undefined(closes.length);
        for (int i = bars; i < closes.length; i++) {
            double before = traded[i] - (closes[i] - closes[i - bars]);
            returns[i] = before > 0 ? traded[i] / before - 1 : Double.NaN;
        }
        return returns;
    }

    static double[] logarithmic(FeatureInput input, int bars) {
        double[] closes = input.closes();
        double[] traded = input.traded();
        double[] returns = Columns.undefined(closes.length);
        for (int i = bars; i < closes.length; i++) {
            double before = traded[i] - (closes[i] - closes[i - bars]);
            returns[i] = before > 0 && traded[i] > 0 ? Math.log(traded[i] / before) : Double.NaN;
        }
        return returns;
    }
}
