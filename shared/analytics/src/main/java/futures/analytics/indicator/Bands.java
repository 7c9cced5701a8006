package futures.analytics.indicator;

/** A middle and what lies as far above as below it. */
final class Bands {
    private static final String[] NAMES = {"middle", "upper", "lower"};

    private Bands() {}

    static String[] names() {
        return NAMES.clone();
    }

    static double[][] around(double[] middle, double[] distance, double width) {
        double[] upper = new double[middle.length];
        double[] lower = new double[middle.length];
        for (int i = 0; i < middle.length; i++) {
            upper[i] = middle[i] + width * distance[i];
            lower[i] = middle[i] - width * distance[i];
        }
        return new double[][] {middle, upper, lower};
    }
}
