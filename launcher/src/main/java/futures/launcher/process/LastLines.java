package futures.launcher.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The newest few lines that a child wrote: when it dies they usually say why. */
final class LastLines {
    private final int most;
    private final Deque<String> lines = new ArrayDeque<>();

    LastLines(int most) {
        this.most = most;
    }

    synchronized void add(String line) {
        if (line.isBlank()) {
            return;
        }
        if (lines.size() == most) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }

    synchronized void clear() {
        lines.clear();
    }
}
