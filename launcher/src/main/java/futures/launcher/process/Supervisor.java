package futures.launcher.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps a set of children alive until it is closed. They are started side by side and stopped in reverse groups. */
public final class Supervisor implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final ProcessBook book;
    private final ProcessEvents events;
    private final RestartPolicy policy;
    private final List<List<SupervisedChild>> groups = new ArrayList<>();
    private boolean closed;

    /**
     * @param book   keeps the pids of everything that runs, for whoever must clean up after us
     * @param policy each child gets its own copy
     */
    public Supervisor(ProcessBook book, ProcessEvents events, RestartPolicy policy) {
        this.book = book;
        this.events = events;
        this.policy = policy;
    }

    /** Starts children side by side, and returns as soon as they run. Groups that were started first are stopped last. */
    public void start(List<ChildSpec> specs) {
        List<SupervisedChild> group = new ArrayList<>();
        synchronized (this) {
            if (closed) {
                return;
            }
            for (ChildSpec spec : specs) {
                group.add(new SupervisedChild(
                        spec, policy.fresh(), events, process -> book.note(spec.name(), process, spec.address())));
            }
            groups.add(group);
        }
        group.forEach(SupervisedChild::start);
    }

    /** How every child is, in the order they were started. */
    public synchronized List<ChildStatus> status() {
        return groups.stream()
                .flatMap(List::stream)
                .map(SupervisedChild::status)
                .toList();
    }

    /** Ends every child: politely, and after ten seconds by force. Returns when none is left. */
    @Override
    public void close() {
        List<List<SupervisedChild>> lastFirst;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            lastFirst = new ArrayList<>(groups);
        }
        // First of all nothing is started any more, whoever else may be ending our children at this moment.
        lastFirst.forEach(group -> group.forEach(SupervisedChild::startNoMore));
        Collections.reverse(lastFirst);
        for (List<SupervisedChild> group : lastFirst) {
            long deadline = System.nanoTime() + GRACE.toNanos();
            group.forEach(SupervisedChild::askToStop);
            group.forEach(child -> child.awaitStop(deadline));
        }
    }
}
