package futures.ml.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * The native halves of XGBoost and ONNX Runtime. That of ONNX Runtime is unpacked once, instead of into the temporary directory by every
 * process, where a process that is killed leaves it; without a directory it unpacks itself. XGBoost takes its library (16 MB) from the
 * class path only and always unpacks it itself.
 */
public final class NativeLibraries {
    private static final String ONNX_VERSION = "onnxruntime-1.23.2";

    private static volatile Path directory;
    private static boolean xgboost;
    private static boolean onnx;

    private NativeLibraries() {}

    /** @param place where libraries are unpacked; made when it is not there. To be said before the first model. */
    public static void unpackInto(Path place) {
        directory = place;
    }

    static synchronized void xgboost() {
        if (xgboost) {
            return;
        }
        try {
            Class.forName("ml.dmlc.xgboost4j.java.XGBoostJNI");
            xgboost = true;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MissingLibrary(
                    "XGBoost, which trees are grown with, cannot run on this machine (" + MissingLibrary.machine()
                            + "); it needs OpenMP: 'apt install libgomp1' on Debian and Ubuntu, 'brew install libomp' on macOS, then"
                            + " start the service again",
                    e);
        }
    }

    static synchronized void onnx() {
        if (onnx) {
            return;
        }
        if (directory != null) {
            String platform = system("osx", "win", "linux") + "-" + architecture("x64");
            Path folder = directory.resolve(ONNX_VERSION);
            boolean whole = true;
            for (String library : new String[] {"onnxruntime", "onnxruntime4j_jni"}) {
                String name = System.mapLibraryName(library);
                whole &= unpack("/ai/onnxruntime/native/" + platform + "/" + name, folder, name);
            }
            if (whole) {
                System.setProperty("onnxruntime.native.path", folder.toString());
            }
        }
        try {
            Class.forName("ai.onnxruntime.OrtEnvironment");
            ai.onnxruntime.OrtEnvironment.getEnvironment();
            onnx = true;
        } catch (ClassNotFoundException | LinkageError | IllegalStateException e) {
            throw new MissingLibrary(
                    "ONNX Runtime cannot run on this machine (" + MissingLibrary.machine()
                            + "): this build has no library for it; build the project there",
                    e);
        }
    }

    private static String system(String mac, String windows, String other) {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? mac : name.contains("win") ? windows : other;
    }

    private static String architecture(String intel) {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : intel;
    }

    /** False when there is none in this build. What is there is whole, for it is moved there. */
    private static boolean unpack(String resource, Path folder, String name) {
        Path library = folder.resolve(name);
        if (Files.exists(library)) {
            return true;
        }
        try (InputStream in = NativeLibraries.class.getResourceAsStream(resource)) {
            if (in == null) {
                return false;
            }
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, name, ".part");
            Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("a library cannot be unpacked into " + folder, e);
        }
    }
}
