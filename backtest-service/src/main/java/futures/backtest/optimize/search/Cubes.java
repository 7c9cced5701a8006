package futures.backtest.optimize.search;

import java.util.Random;
import java.util.function.LongSupplier;
import org.hipparchus.random.SobolSequenceGenerator;

/** Cells under points that are spread evenly over the unit cube. */
final class Cubes {
    private Cubes() {}

    /** Sobol's sequence, shifted by a seeded vector modulo 1 (Cranley and Patterson 1976). */
    static LongSupplier sobol(CellSpace space, long seed) {
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(space.axes());
        double[] shift = new Random(seed).doubles(space.axes()).toArray();
        return () -> {
            double[] point = sequence.nextVector();
            for (int i = 0; i < point.length; i++) {
                double moved = point[i] + shift[i];
                point[i] = moved - Math.floor(moved);
            }
            return space.cell(point);
        };
    }

    /**
     * Latin hypercubes one after the other: of each, every axis is cut into as many parts as the cube has points, with one point in each
     * (McKay, Beckman, Conover 1979). A point lies anywhere in its part.
     */
    static LongSupplier latin(CellSpace space, int points, long seed) {
        Random random = new Random(seed);
        int[][] parts = new int[space.axes()][points];
        int[] next = {points};
        return () -> {
            if (next[0] == points) {
                for (int[] axis : parts) {
                    shuffle(axis, random);
                }
                next[0] = 0;
            }
            double[] point = new double[parts.length];
            for (int i = 0; i < point.length; i++) {
                point[i] = (parts[i][next[0]] + random.nextDouble()) / points;
            }
            next[0]++;
            return space.cell(point);
        };
    }

    private static void shuffle(int[] axis, Random random) {
        for (int i = 0; i < axis.length; i++) {
            int other = random.nextInt(i + 1);
            axis[i] = axis[other];
            axis[other] = i;
        }
    }
}
