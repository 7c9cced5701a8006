package futures.launcher.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP ports of this machine. */
public final class Ports {
    private Ports() {}

    /** Whether something could listen on the address and port at this moment. */
    public static boolean free(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the services do it: a port whose last connections are still winding down counts as free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Any free port. Somebody else may take it before it is used. */
    public static int anyFree(String address) {
        return anyFree(address, 1).get(0);
    }

    /** So many free ports, all different: each is held until the last one is known. */
    public static List<Integer> anyFree(String address, int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getByName(address)));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can listen on " + address + "; check 'bind'", e);
        } finally {
            held.forEach(Ports::close);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
