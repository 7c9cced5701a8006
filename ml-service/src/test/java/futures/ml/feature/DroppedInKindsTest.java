package futures.ml.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.ml.MadeBars;
import futures.model.Timeframe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DroppedInKindsTest {
    @TempDir
    Path folder;

    /** A kind of a user's. */
    public static final class Tenth implements FeatureKind {
        @Override
        public String name() {
            return "tenth_of_volume";
        }

        @Override
        public String description() {
            return "Volume over ten.";
        }

        @Override
        public Span span(Parameters parameters) {
            return Span.window(0);
        }

        @Override
        public double[] compute(FeatureInput input, Parameters parameters) {
            double[] values = input.column("volume").clone();
            for (int i = 0; i < values.length; i++) {
                values[i] /= 10;
            }
            return values;
        }
    }

    private void jar(String className) throws IOException {
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(folder.resolve("own.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/futures.ml.feature.FeatureKind"));
            jar.write(className.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
        }
    }

    @Test
    void aClassOfAJarIsAFeatureLikeAnyOther() throws Exception {
        jar(Tenth.class.getName());
        FeatureCatalogue catalogue = new FeatureCatalogue(DroppedInKinds.of(folder));
        FeatureInput input = new FeatureInput(MadeBars.series(new Timeframe(300), 50, 1), key -> null);
        assertArrayEquals(
                catalogue.expression("volume / 10").compute(input),
                catalogue.expression("tenth_of_volume * 1").compute(input));
    }

    @Test
    void aClassThatIsNotThereIsNamedAndNoFolderIsNoFeature() throws Exception {
        jar("no.such.Feature");
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> DroppedInKinds.of(folder));
        assertTrue(e.getMessage().contains("no.such.Feature"), e.getMessage());
        assertEquals(List.of(), DroppedInKinds.of(folder.resolve("none")));
    }

    @Test
    void aNameThatIsTakenIsRefused() {
        FeatureKind rsi = DeclaredKind.of("rsi", "another one").values((input, parameters) -> input.traded());
        assertThrows(IllegalArgumentException.class, () -> new FeatureCatalogue(List.of(rsi)));
        FeatureKind mean = DeclaredKind.of("mean", "a function").values((input, parameters) -> input.traded());
        assertThrows(IllegalArgumentException.class, () -> new FeatureCatalogue(List.of(mean)));
    }
}
