package futures.engine;

import java.util.ArrayList;
import java.util.List;

/** The latest lines that a strategy wrote: a ring, so that a talkative strategy costs no more memory than a quiet one. */
final class RunLog {
    /** Lines that are kept. */
    static final int LINES = 1_000;

    /** Characters of a line that are kept. */
    static final int LENGTH = 1_000;

    private final List<LogLine> ring = new ArrayList<>();
    private int written;

    void add(Long time, String text) {
        String kept = String.valueOf(text);
        kept = kept.length() <= LENGTH ? kept : kept.substring(0, LENGTH) + " …";
        LogLine line = new LogLine(written + 1, time, kept);
        if (ring.size() < LINES) {
            ring.add(line);
        } else {
            ring.set(written % LINES, line);
        }
        written++;
    }

    /** Oldest first. */
    StrategyLog lines() {
        int oldest = written % Math.max(1, ring.size());
        List<LogLine> lines = new ArrayList<>(ring.subList(oldest, ring.size()));
        lines.addAll(ring.subList(0, oldest));
        return new StrategyLog(List.copyOf(lines), written - ring.size());
    }
}
