package futures.launcher.port;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which process listens on a port. Linux says so in {@code /proc}; elsewhere, and for other users' processes, unknown. */
public final class PortHolder {
    private static final String LISTENING = "0A";

    private PortHolder() {}

    /** "pid 4711 (java -jar other.jar)", or empty when it cannot be known. */
    public static Optional<String> describe(int port) {
        try {
            Set<String> sockets = new HashSet<>();
            for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
                if (Files.isReadable(Path.of(table))) {
                    sockets.addAll(listening(Files.readAllLines(Path.of(table)), port));
                }
            }
            return sockets.isEmpty() ? Optional.empty() : owner(sockets).map(PortHolder::text);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Socket numbers of a {@code /proc/net/tcp} table that listen on the port. */
    static Set<String> listening(List<String> table, int port) {
        String suffix = ":" + "%04X".formatted(port);
        Set<String> sockets = new HashSet<>();
        for (String line : table) {
            String[] column = line.trim().split("\\s+");
            if (column.length > 9 && column[1].endsWith(suffix) && column[3].equals(LISTENING)) {
                sockets.add("socket:[" + column[9] + "]");
            }
        }
        return sockets;
    }

    private static Optional<ProcessHandle> owner(Set<String> sockets) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), sockets))
                .findFirst();
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path file : files) {
                if (Files.isSymbolicLink(file)
                        && sockets.contains(Files.readSymbolicLink(file).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // somebody else's process, or one that has just ended
        }
    }

    private static String text(ProcessHandle process) {
        String command =
                process.info().commandLine().orElse(process.info().command().orElse("unknown command"));
        return "pid " + process.pid() + " (" + (command.length() > 100 ? command.substring(0, 97) + "..." : command)
                + ")";
    }
}
