package futures.launcher.port;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

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
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing can listen on " + address + "; check 'bind'", e);
        }
    }
}
