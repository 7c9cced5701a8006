package futures.launcher.process;

import java.util.List;

/** What the supervisor tells while it works. Called from many threads; must not block for long. */
public interface ProcessEvents {
    /** A child went from one state to another, or said something new about itself. */
    void changed(ChildStatus before, ChildStatus after);

    /** A line of a child's output. */
    void line(String child, String line, boolean error);

    /**
     * A child died by itself.
     *
     * @param lastLines the newest lines it wrote
     * @param next      what happens now, in words
     */
    void died(String child, String reason, List<String> lastLines, String next);
}
