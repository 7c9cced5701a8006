package futures.ml.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A model that predicts. Immutable to those who use it, and safe for several threads. */
public interface FittedModel {
    Task task();

    /** How many values a row has. */
    int features();

    /**
     * By row: the probability of the second class, or the number.
     *
     * @throws IllegalArgumentException unless the matrix has {@link #features} columns
     */
    double[] predict(Matrix matrix);

    /** Of one row. */
    default double predict(double[] row) {
        return predict(Matrix.ofRow(row))[0];
    }

    /** All of it; {@link ModelFile#read} makes the same model of it again. */
    byte[] bytes();

    /** SHA-256 of the {@link #bytes}, in hexadecimal. */
    default String hash() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The part of all gain of its splits that each feature has (mean decrease of impurity), if it is made of trees. */
    default Optional<double[]> gain() {
        return Optional.empty();
    }

    /**
     * What each feature adds to each prediction (Shapley values of the path through trees, Lundberg et al. 2020), if it is made of trees; after
     * the features the value that they are added to. Of a classification they are in log-odds, unless the trees hold probabilities themselves.
     */
    default Optional<double[][]> contributions(Matrix matrix) {
        return Optional.empty();
    }

    /** For those who check their input. */
    static void check(FittedModel model, Matrix matrix) {
        if (matrix.features() != model.features()) {
            throw new IllegalArgumentException(
                    "the model takes " + model.features() + " features, found " + matrix.features());
        }
    }

    /** The first line of a model's bytes. */
    static byte[] named(String kind, byte[] content) {
        byte[] head = ("futures-model 1 " + kind + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }
}
