package futures.kit.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions that the build wrote down. */
public final class Version {
    private static final Properties PROPERTIES = load();

    private Version() {}

    /** Version of the product, e.g. {@code 0.1.0}. */
    public static String product() {
        return PROPERTIES.getProperty("version");
    }

    /** Version of the packaged API browser. */
    public static String swaggerUi() {
        return PROPERTIES.getProperty("swagger-ui");
    }

    /** Version of the packaged SQLite driver. */
    public static String sqlite() {
        return PROPERTIES.getProperty("sqlite");
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
