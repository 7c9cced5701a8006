package futures.ml.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import java.lang.ref.Cleaner;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/**
 * An imported model: one input, a row of features in single or double precision for each prediction. Of several outputs it is
 * the last one with numbers, as converters of scikit-learn put probabilities behind classes; of a row of two numbers the second one.
 */
public final class OnnxModel implements FittedModel {
    static final String KIND = "onnx";

    private static final Cleaner CLEANER = Cleaner.create();
    private static final int CHUNK = 10_000;

    private final Task task;
    private final byte[] file;
    private final OrtSession session;
    private final String input;
    private final String output;
    private final boolean doubles;
    private final int features;

    private OnnxModel(Task task, byte[] file, OrtSession session) throws OrtException {
        this.task = task;
        this.file = file;
        this.session = session;
        if (session.getNumInputs() != 1) {
            throw new IllegalArgumentException(
                    "the model has " + session.getNumInputs() + " inputs; one with a row of features is needed");
        }
        NodeInfo in = session.getInputInfo().values().iterator().next();
        this.input = in.getName();
        if (!(in.getInfo() instanceof TensorInfo tensor)
                || tensor.getShape().length != 2
                || tensor.getShape()[1] < 1
                || (tensor.type != OnnxJavaType.FLOAT && tensor.type != OnnxJavaType.DOUBLE)) {
            throw new IllegalArgumentException("the model's input '" + input + "' is " + in.getInfo()
                    + "; a tensor of float or double with the shape [rows, number of features] is needed");
        }
        this.doubles = tensor.type == OnnxJavaType.DOUBLE;
        this.features = Math.toIntExact(tensor.getShape()[1]);
        String found = null;
        for (NodeInfo out : session.getOutputInfo().values()) {
            if (out.getInfo() instanceof TensorInfo numbers
                    && (numbers.type == OnnxJavaType.FLOAT || numbers.type == OnnxJavaType.DOUBLE)) {
                found = out.getName();
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("the model has no output of numbers, only " + session.getOutputNames()
                    + "; convert classifiers with zipmap off");
        }
        this.output = found;
    }

    /**
     * A model in the ONNX format.
     *
     * @param task which it cannot say itself
     * @throws IllegalArgumentException when it is no such file, or has other inputs or outputs
     */
    public static OnnxModel imported(Task task, byte[] file) {
        NativeLibraries.onnx();
        try (SessionOptions options = new SessionOptions()) {
            // it would warn on standard error of what a converter could have written shorter
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            OrtSession session = environment.createSession(file, options);
            try {
                OnnxModel model = new OnnxModel(task, file.clone(), session);
                CLEANER.register(model, () -> close(session));
                return model;
            } catch (IllegalArgumentException | OrtException e) {
                close(session);
                throw e;
            }
        } catch (OrtException e) {
            throw new IllegalArgumentException("ONNX Runtime cannot read the model: " + e.getMessage(), e);
        }
    }

    private static void close(OrtSession session) {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    static OnnxModel read(String[] head, byte[] file) {
        if (head.length != 2) {
            throw new IllegalArgumentException("the model is damaged: it does not say what it predicts");
        }
        return imported(Task.valueOf(head[1]), file);
    }

    @Override
    public Task task() {
        return task;
    }

    @Override
    public int features() {
        return features;
    }

    @Override
    public double[] predict(Matrix matrix) {
        FittedModel.check(this, matrix);
        double[] predicted = new double[matrix.rows()];
        for (int from = 0; from < predicted.length; from += CHUNK) {
            predict(matrix, from, Math.min(predicted.length, from + CHUNK), predicted);
        }
        return predicted;
    }

    private void predict(Matrix matrix, int from, int to, double[] into) {
        int rows = to - from;
        try (OnnxTensor tensor = tensor(matrix, from, rows);
                OrtSession.Result result = session.run(Map.of(input, tensor), Set.of(output))) {
            OnnxValue value = result.get(0);
            TensorInfo info = (TensorInfo) value.getInfo();
            int each = Math.toIntExact(info.getNumElements() / rows);
            if (each < 1 || each > 2 || (long) each * rows != info.getNumElements()) {
                throw new IllegalArgumentException("the model's output '" + output + "' has " + info.getNumElements()
                        + " numbers for " + rows + " rows; one or two for each are needed");
            }
            for (int i = 0; i < rows; i++) {
                into[from + i] = number((OnnxTensor) value, info, i * each + each - 1);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot predict: " + e.getMessage(), e);
        }
    }

    private static double number(OnnxTensor value, TensorInfo info, int place) {
        return info.type == OnnxJavaType.FLOAT
                ? value.getFloatBuffer().get(place)
                : value.getDoubleBuffer().get(place);
    }

    private OnnxTensor tensor(Matrix matrix, int from, int rows) throws OrtException {
        long[] shape = {rows, features};
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        if (doubles) {
            DoubleBuffer values = DoubleBuffer.allocate(rows * features);
            for (int i = from; i < from + rows; i++) {
                values.put(matrix.row(i));
            }
            return OnnxTensor.createTensor(environment, values.flip(), shape);
        }
        FloatBuffer values = FloatBuffer.allocate(rows * features);
        for (int i = from; i < from + rows; i++) {
            for (int f = 0; f < features; f++) {
                values.put((float) matrix.at(i, f));
            }
        }
        return OnnxTensor.createTensor(environment, values.flip(), shape);
    }

    @Override
    public byte[] bytes() {
        return FittedModel.named(KIND + " " + task, file);
    }
}
