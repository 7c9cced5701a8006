package futures.ml.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.ml.model.Learner.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFileTest {
    @ParameterizedTest
    @EnumSource(LearnerKind.class)
    void whatIsReadIsWhatWasWritten(LearnerKind kind) {
        for (Task task : kind.tasks()) {
            FittedModel model = kind.learner(task, Map.of(), new Preparation(true, true, 3), false)
                    .fit(task == Task.REGRESSION ? SmallModels.real() : SmallModels.classes(), 3, Pause.NONE);
            if (task == Task.CLASSIFICATION) {
                model = new Isotonic(new double[] {0.2, 0.6}, new double[] {0.3, 0.5})
                        .of(new Platt(-0.8, 0.1).of(model));
            }
            FittedModel again = ModelFile.read(model.bytes());
            assertEquals(model.hash(), again.hash());
            assertEquals(task, again.task());
            assertEquals(4, again.features());
            assertArrayEquals(model.predict(SmallModels.first()), again.predict(SmallModels.first()));
        }
    }

    @Test
    void twoProcessesMakeTheSameModels() throws IOException, InterruptedException {
        String one = inAProcess();
        assertEquals(8, one.lines().count());
        assertEquals(one, inAProcess());
        assertEquals(one, ModelHashes.all());
    }

    private static String inAProcess() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ModelHashes.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue());
        return said;
    }

    /** Cut off or changed anywhere it is refused, or is a model of other numbers; nothing else happens. */
    @Test
    void damagedFilesAreRefused() {
        FittedModel model = new Platt(-1, 0)
                .of(new Preparation(true, true, 0)
                        .before(new LogisticRegression(1))
                        .fit(SmallModels.classes(), 1, Pause.NONE));
        byte[] whole = model.bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(IllegalArgumentException.class, () -> ModelFile.read(cut));
        }
        Random random = new Random(5);
        int refused = 0;
        for (int run = 0; run < 500; run++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            try {
                ModelFile.read(changed);
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertTrue(refused > 100);
    }

    @Test
    void whatIsNoSampleIsRefused() {
        double[][] columns = {{1, Double.POSITIVE_INFINITY}, {1, 2}};
        assertThrows(IllegalArgumentException.class, () -> Matrix.of(columns));
        assertThrows(IllegalArgumentException.class, () -> Matrix.of(new double[][] {{1}, {1, 2}}));
        assertThrows(IllegalArgumentException.class, () -> Matrix.of(new double[0][]));
        assertThrows(IllegalArgumentException.class, () -> Matrix.of(new double[][] {{1}}, new int[] {1}));
        int[] first = {0};
        assertThrows(IllegalArgumentException.class, () -> new Sample(columns, new int[0], new double[2], null));
        assertThrows(IllegalArgumentException.class, () -> new Sample(columns, first, new double[] {Double.NaN}, null));
        assertThrows(
                IllegalArgumentException.class, () -> new Sample(columns, first, new double[1], new double[] {-1}));
    }
}
