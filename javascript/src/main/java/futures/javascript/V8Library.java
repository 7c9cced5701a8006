package futures.javascript;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.V8Host;
import com.caoccao.javet.interop.V8Runtime;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import com.caoccao.javet.interop.options.V8RuntimeOptions;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * V8 in this process. It is native code that ends the whole process when it runs out of memory, so a process has to say that
 * it may be lost before any script runs in it.
 */
public final class V8Library {
    /**
     * While it looks for loops to unroll, V8 takes the place where a loop can be interrupted out of small counted ones. Where such a
     * loop has none, as the one that fills a new array, it takes that of the loop around it, and {@code for (;;) new Array(1000)} could
     * not be ended.
     */
    private static final String FLAGS = "--no-turboshaft-loop-unrolling";

    private static final int LOST = 1;

    private static volatile Path directory;
    private static volatile int heap;
    private static String flags = FLAGS;
    private static boolean ready;

    private V8Library() {}

    /**
     * Scripts may run in this process.
     *
     * @param library where the native library is unpacked, once for all processes; made when it is not there
     * @param heapMegabytes most memory of one script
     */
    public static void allow(Path library, int heapMegabytes) {
        heap = heapMegabytes;
        directory = library;
    }

    static int heapMegabytes() {
        return heap;
    }

    /** Whether scripts may run in this process. */
    public static boolean allowed() {
        return directory != null;
    }

    /** In place of its own, to show what they are for; before the first runtime. */
    static synchronized void flags(String other) {
        flags = other;
    }

    /** Ends this process, in which a script runs that V8 does not end. Others in it are lost too. */
    static void giveUp(String why) {
        System.err.println(why);
        Runtime.getRuntime().halt(LOST);
    }

    static synchronized V8Runtime runtime() {
        if (!allowed()) {
            throw new ScriptFailed("scripts run in processes of their own, and this one is not meant for them");
        }
        try {
            if (!ready) {
                load();
                ready = true;
            }
            return V8Host.getV8Instance().createV8Runtime(new V8RuntimeOptions());
        } catch (JavetException e) {
            throw new ScriptFailed("JavaScript cannot run on this machine (" + System.getProperty("os.name") + ", "
                    + System.getProperty("os.arch") + "): " + e.getMessage());
        }
    }

    private static void load() throws JavetException {
        JavetLibLoader loader = new JavetLibLoader(JSRuntimeType.V8);
        Path folder = directory.resolve(JavetLibLoader.LIB_VERSION);
        unpack(loader.getResourceFileName(), folder, loader.getLibFileName());
        JavetLibLoader.setLibLoadingListener(new IJavetLibLoadingListener() {
            @Override
            public File getLibPath(JSRuntimeType type) {
                return folder.toFile();
            }

            @Override
            public boolean isDeploy(JSRuntimeType type) {
                return false;
            }
        });
        // Scripts choose for themselves whether they are strict, as in Node.
        V8RuntimeOptions.V8_FLAGS.setCustomFlags(flags).setMaxHeapSize(heap).setUseStrict(false);
    }

    /** Once for all processes: Javet itself would unpack 41 MB for each. What is there is whole, for it is moved there. */
    private static void unpack(String resource, Path folder, String name) {
        Path library = folder.resolve(name);
        if (Files.exists(library)) {
            return;
        }
        try (InputStream in = JavetLibLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ScriptFailed("JavaScript cannot run on this machine (" + System.getProperty("os.name") + ", "
                        + System.getProperty("os.arch") + "): this build has no V8 for it");
            }
            Files.createDirectories(folder);
            Path partial = Files.createTempFile(folder, name, ".part");
            Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, library, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the JavaScript library cannot be unpacked into " + folder, e);
        }
    }
}
