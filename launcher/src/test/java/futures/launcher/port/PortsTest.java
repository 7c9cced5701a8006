package futures.launcher.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void portThatSomebodyListensOnIsNotFreeAndItsHolderIsNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertFalse(Ports.free("127.0.0.1", port));
            boolean linux = Files.isReadable(Path.of("/proc/net/tcp"));
            assertEquals(
                    linux,
                    PortHolder.describe(port)
                            .filter(text -> text.startsWith(
                                    "pid " + ProcessHandle.current().pid() + " ("))
                            .isPresent());
        }
        assertTrue(Ports.free("127.0.0.1", port));
    }

    @Test
    void freePortsThatAreAskedForTogetherDiffer() {
        assertEquals(50, Set.copyOf(Ports.anyFree("127.0.0.1", 50)).size());
    }

    @Test
    void kernelTableIsReadByPortAndListeningState() {
        List<String> table = List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 0100007F:1F41 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4242 1 0 100 0",
                "   1: 0100007F:1F41 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 4243 1 0 20 4",
                "   2: 0100007F:1F42 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4244 1 0 100 0");
        assertEquals(Set.of("socket:[4242]"), PortHolder.listening(table, 8001));
        assertEquals(Set.of(), PortHolder.listening(table, 50_000));
    }
}
