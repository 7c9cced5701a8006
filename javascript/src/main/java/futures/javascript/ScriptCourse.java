package futures.javascript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/**
 * A script's way through the prices of a run. Where the bars to come are known it is given hundreds of prices in one call, as many as
 * it can get without being told anything in between that it heeds, and what it answers is kept until the run has come to that price. When the
 * run then has something to tell it all the same, another one begins anew and is led to where the run is, and from there on stays with it. So
 * does one of a script that seemed to heed nothing and does; from there on it is told all.
 */
final class ScriptCourse {
    private static final int FIRST = 32;
    private static final int MOST = PriceBuffer.MOST;
    private static final int LEAD = 256;
    private static final long SHORT = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long LONG = TimeUnit.MILLISECONDS.toNanos(40);

    private final Function<Consumer<ScriptSignal>, ScriptSession> opening;
    private final TapePrices tape;
    private final Consumer<ScriptSignal> to;
    private final List<Told> told = new ArrayList<>();
    /** Signals that the run has not come to. */
    private final Deque<Heard> heard = new ArrayDeque<>();

    private ScriptSession session;
    private boolean mayBeAhead;
    private boolean deaf;
    /** Whether the script is told nothing while it is ahead. */
    private boolean heedless;
    /** Prices that the run has come to. */
    private int run;
    /** Prices that the script was given. */
    private int given;
    /** Number of the first in the buffer, and of the first behind them. */
    private int first;

    private int end;
    /** Number of the first that is not yet to be given. */
    private int until;
    /** Most prices in one call, so that it takes neither long nor next to no time. */
    private int together = FIRST;

    private long nanos;

    private record Told(int price, Consumer<ScriptSession> what) {}

    private record Heard(int price, ScriptSignal signal) {}

    /**
     * @param opening makes a session that hands on its signals, ready for its first price
     * @param tape    null when the prices to come are not known
     * @param to      takes each signal when the run is at its price
     */
    ScriptCourse(Function<Consumer<ScriptSignal>, ScriptSession> opening, TapePrices tape, Consumer<ScriptSignal> to) {
        this.opening = opening;
        this.tape = tape;
        this.to = to;
        this.mayBeAhead = tape != null;
        open();
        heedless = mayBeAhead && session.heedless();
        handOn();
    }

    private void open() {
        session = opening.apply(signal -> {
            if (!deaf) {
                heard.add(new Heard(first + signal.price(), signal));
            }
        });
    }

    /** Tells the script something before the next price. */
    void tell(Consumer<ScriptSession> what) {
        if (given > run ? !heedless : isDue(run)) {
            alone();
        }
        if (mayBeAhead) {
            told.add(new Told(run, what));
        }
        if (given > run) {
            return; // it does not heed it
        }
        long begin = System.nanoTime();
        what.accept(session);
        nanos += System.nanoTime() - begin;
        handOn();
    }

    /**
     * The next price of the run.
     *
     * @param quiet to the number of this price, that of the first one to come before which the script may have to be told something; none
     *     beyond the other number is asked for
     * @throws ScriptFailed when the script fails
     */
    void price(double time, double price, double volume, IntBinaryOperator quiet) {
        if (given > run && !session.prices().holds(run - first, time, price)) {
            alone(); // other bars than those that were said to come
        }
        handOn();
        while (given <= run) {
            fill(time, price, volume, quiet);
            give();
        }
        run++;
    }

    private void fill(double time, double price, double volume, IntBinaryOperator quiet) {
        PriceBuffer prices = session.prices();
        if (mayBeAhead && given == end) {
            first = given;
            tape.put(given, given + PriceBuffer.MOST, prices);
            end = first + prices.filled();
        }
        mayBeAhead &= given < end && prices.holds(run - first, time, price);
        heedless &= mayBeAhead;
        if (mayBeAhead) {
            int most = Math.min(end, given + together);
            until = heedless ? most : Math.min(most, quiet.applyAsInt(run, most));
        } else {
            first = given;
            prices.clear(0, 1);
            prices.add(time, price, volume);
            end = until = first + 1;
        }
    }

    private void give() {
        int count = until - given;
        int from = given;
        long begin = System.nanoTime();
        try {
            given = first + session.give(given - first, until - first);
        } catch (ScriptFailed e) {
            if (count == 1) {
                throw e;
            }
            alone(); // one price at a time shows where it fails, and whether one alone took too long
            return;
        }
        long took = System.nanoTime() - begin;
        nanos += took;
        if (took > LONG) {
            together = Math.max(1, together / 2);
        } else if (took < SHORT && given - from == together) {
            together = Math.min(MOST, together * 2);
        }
        if (heedless && session.heeds()) {
            back(); // this once: from now on it is told all
            return;
        }
        handOn();
    }

    private boolean isDue(int price) {
        return !heard.isEmpty() && heard.peek().price() <= price;
    }

    private void handOn() {
        while (isDue(run)) {
            to.accept(heard.poll().signal());
        }
    }

    /** With the run from here on. */
    private void alone() {
        mayBeAhead = false;
        back();
    }

    /** A new script in place of the one that is ahead, led to where the run is. */
    private void back() {
        long begin = System.nanoTime();
        heard.clear();
        heedless = false;
        deaf = true;
        try {
            lead(LEAD);
        } catch (ScriptFailed e) {
            lead(1); // so many together may have taken too long
        }
        deaf = false;
        end = given;
        nanos += System.nanoTime() - begin;
    }

    private void lead(int together) {
        session.close();
        open();
        given = first = 0;
        for (Told one : told) {
            lead(one.price(), together);
            one.what().accept(session);
        }
        lead(run, together);
    }

    private void lead(int end, int together) {
        while (given < end) {
            first = given;
            tape.put(given, Math.min(end, given + together), session.prices());
            given += session.give(0, session.prices().filled());
        }
    }

    /** Time in V8 so far, and on the way there and back, without the making of the script. */
    long nanos() {
        return nanos;
    }

    /** The one that is at work. */
    ScriptSession session() {
        return session;
    }
}
