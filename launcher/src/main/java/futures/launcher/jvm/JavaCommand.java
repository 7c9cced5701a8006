package futures.launcher.jvm;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The command line of a service's JVM.
 *
 * <p>All get the optimising compiler, and as much room as their work may need: a heap is taken from the machine only when it
 * is used.
 */
public final class JavaCommand {
    /** What a service needs of its JVM. */
    public enum Size {
        /** Moves many rows, one at a time. */
        MEDIUM,
        /** Calculates on all cores over series held in memory. */
        LARGE;

        private List<String> flags() {
            return switch (this) {
                case MEDIUM -> withLateC2("-Xms32m", "-Xmx512m");
                case LARGE -> List.of("-Xms32m", "-XX:MaxRAMPercentage=25");
            };
        }

        /**
         * The optimising compiler waits for four times the calls it usually does, so that it does not spend a start on
         * what only the start calls often. Loops are compiled as ever. {@code benchmarks/startup} measures it.
         */
        private static List<String> withLateC2(String... heap) {
            List<String> flags = new ArrayList<>(List.of(heap));
            flags.add("-XX:Tier4InvocationThreshold=20000");
            flags.add("-XX:Tier4MinInvocationThreshold=5000");
            flags.add("-XX:Tier4CompileThreshold=40000");
            return flags;
        }
    }

    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData", // a file that only jps and jstat read
            "-XX:+ExitOnOutOfMemoryError", // the launcher starts it again; a JVM short of memory limps for ever
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED");

    private JavaCommand() {}

    /**
     * What a service's JVM needs in its environment: in the locale C, which knows nothing but ASCII, it could not open a file
     * called {@code Käse.csv}. C.UTF-8 is the same with all of Unicode; a machine without it stays with C.
     *
     * @param fileNames charset of file names in this process, {@code sun.jnu.encoding}
     */
    public static Map<String, String> environment(String fileNames) {
        boolean asciiOnly = fileNames != null && Charset.forName(fileNames).equals(StandardCharsets.US_ASCII);
        return asciiOnly ? Map.of("LC_ALL", "C.UTF-8") : Map.of();
    }

    /** The {@code java} that runs this program. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * @param archive   flags of the class-data archive, see {@link ClassArchive}
     * @param arguments of the main class
     */
    public static List<String> of(Size size, List<String> archive, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(size.flags());
        command.addAll(COMMON);
        command.addAll(archive);
        command.add("-cp");
        command.add(ClassPath.text());
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }
}
