package futures.analytics.propfirm;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many contracts may be held at once, by the balance at which the day begins. Counted in minis, of which a micro is a
 * part.
 */
public final class ContractSteps {
    /** No limit. */
    public static final ContractSteps NONE =
            new ContractSteps(new long[] {Long.MIN_VALUE}, new double[] {Double.MAX_VALUE});

    private final long[] from;
    private final double[] maximum;

    /**
     * @param from    balances, ascending; below the first one its maximum holds too
     * @param maximum of each step, zero or more
     */
    public ContractSteps(long[] from, double[] maximum) {
        if (from.length == 0 || from.length != maximum.length) {
            throw new IllegalArgumentException("as many maxima as balances were expected, at least one");
        }
        for (int i = 1; i < from.length; i++) {
            if (from[i] <= from[i - 1]) {
                throw new IllegalArgumentException("balances must ascend");
            }
        }
        this.from = from.clone();
        this.maximum = maximum.clone();
    }

    public static ContractSteps fixed(double maximum) {
        return new ContractSteps(new long[] {Long.MIN_VALUE}, new double[] {maximum});
    }

    public double at(long balance) {
        int step = 0;
        while (step + 1 < from.length && balance >= from[step + 1]) {
            step++;
        }
        return maximum[step];
    }

    /**
     * One of them.
     *
     * @param from balance; {@link Long#MIN_VALUE} for one that always holds
     */
    public record Step(long from, double maximum) {}

    public List<Step> steps() {
        return IntStream.range(0, from.length)
                .mapToObj(i -> new Step(from[i], maximum[i]))
                .toList();
    }

    /** Of all steps. */
    public double most() {
        return Arrays.stream(maximum).max().orElseThrow();
    }

    /**
     * The largest multiple of a day's contracts that is allowed, at most the one that is wanted: the platform refuses what is
     * beyond. A thousand-millionth is forgiven to sums of tenths.
     *
     * @param contracts most minis that the day held at once
     */
    public int allowed(int wanted, double contracts, long balance) {
        double most = at(balance);
        return contracts * wanted <= most + 1e-9 ? wanted : (int) Math.floor((most + 1e-9) / contracts);
    }
}
