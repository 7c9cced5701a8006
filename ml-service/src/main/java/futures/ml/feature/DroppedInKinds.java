package futures.ml.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Kinds of features in jars of the user's. */
public final class DroppedInKinds {
    private DroppedInKinds() {}

    /**
     * All kinds that the jars of a folder name; none when there is no such folder.
     *
     * @throws IllegalArgumentException naming the folder when a class cannot be made
     */
    public static List<FeatureKind> of(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<FeatureKind> kinds = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            URL[] jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(DroppedInKinds::url)
                    .toArray(URL[]::new);
            // The loader stays open as long as the service: classes may load others when they are first used.
            ClassLoader loader = new URLClassLoader(jars, FeatureKind.class.getClassLoader());
            ServiceLoader.load(FeatureKind.class, loader).forEach(kinds::add);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        } catch (ServiceConfigurationError e) {
            throw new IllegalArgumentException(
                    "a feature in " + folder + " cannot be loaded: " + e.getMessage() + "; correct or remove its jar",
                    e);
        }
        return kinds;
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
