package futures.backtest.optimize.search;

import java.util.Arrays;
import java.util.Random;

/**
 * How likely each value of a parameter is among some combinations. Of an ordered one: a mixture of normal kernels around the values that
 * were seen and one flat one, on the unit interval, reflected at its ends; their width is Silverman's, at least half a value and one by the
 * number of kernels (a hundred at most). Of another one: how often each was seen, plus one over the number of values.
 */
final class ParzenDensity {
    private static final int MOST_FINE = 100;

    private final int size;
    private final boolean ordinal;
    private final int[] places;
    private final double[] chances;
    private final double width;

    ParzenDensity(int size, boolean ordinal, int[] places) {
        this.size = size;
        this.ordinal = ordinal;
        this.places = places;
        this.width = ordinal ? width() : 0;
        this.chances = new double[size];
        if (ordinal) {
            Arrays.fill(chances, Double.NaN);
        } else {
            Arrays.fill(chances, 1.0 / size / (places.length + 1));
            for (int place : places) {
                chances[place] += 1.0 / (places.length + 1);
            }
        }
    }

    private double width() {
        double mean = Arrays.stream(places).mapToDouble(this::unit).average().orElse(0.5);
        double variance = Arrays.stream(places)
                .mapToDouble(place -> (unit(place) - mean) * (unit(place) - mean))
                .average()
                .orElse(0);
        double silverman = 1.06 * Math.sqrt(variance) * Math.pow(Math.max(1, places.length), -0.2);
        return Math.max(silverman, Math.max(0.5 / size, 1.0 / Math.min(MOST_FINE, places.length + 1)));
    }

    private double unit(int place) {
        return (place + 0.5) / size;
    }

    /** Up to a factor that is the same for all values. */
    double at(int place) {
        if (Double.isNaN(chances[place])) {
            double at = unit(place);
            double sum = 1;
            for (int centre : places) {
                double middle = unit(centre);
                sum += kernel(at - middle) + kernel(at + middle) + kernel(2 - at - middle);
            }
            chances[place] = sum / (places.length + 1);
        }
        return chances[place];
    }

    private double kernel(double distance) {
        double z = distance / width;
        return Math.exp(-z * z / 2) / (width * Math.sqrt(2 * Math.PI));
    }

    int draw(Random random) {
        int kernel = random.nextInt(places.length + 1);
        if (kernel == places.length) {
            return random.nextInt(size);
        }
        if (!ordinal) {
            return places[kernel];
        }
        double at = unit(places[kernel]) + random.nextGaussian() * width;
        double inside = Math.abs(at) % 2;
        double reflected = inside > 1 ? 2 - inside : inside;
        return Math.min(size - 1, (int) (reflected * size));
    }
}
