package futures.analytics.indicator;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Computed lines up to a number of bytes, the least recently used dropped first. Safe for threads; nothing is computed
 * while the lock is held, so that one indicator may ask for another and different ones are computed side by side.
 */
final class LineCache {
    private final long limit;
    private final Map<Object, double[][]> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Object, CompletableFuture<double[][]>> underWay = new HashMap<>();
    private long bytes;

    LineCache(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("the limit must be 0 bytes or more, found " + limit);
        }
        this.limit = limit;
    }

    double[][] get(Object key, Supplier<double[][]> computation) {
        CompletableFuture<double[][]> mine = new CompletableFuture<>();
        CompletableFuture<double[][]> others;
        synchronized (this) {
            double[][] lines = kept.get(key);
            if (lines != null) {
                return lines;
            }
            others = underWay.putIfAbsent(key, mine);
        }
        return others == null ? compute(key, computation, mine) : await(others);
    }

    private double[][] compute(Object key, Supplier<double[][]> computation, CompletableFuture<double[][]> announced) {
        try {
            double[][] lines = computation.get();
            keep(key, lines);
            announced.complete(lines);
            return lines;
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                underWay.remove(key);
            }
            announced.completeExceptionally(e);
            throw e;
        }
    }

    private static double[][] await(CompletableFuture<double[][]> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private synchronized void keep(Object key, double[][] lines) {
        underWay.remove(key);
        long size = size(lines);
        if (size > limit) {
            return;
        }
        kept.put(key, lines);
        bytes += size;
        Iterator<double[][]> oldest = kept.values().iterator();
        while (bytes > limit) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
    }

    private static long size(double[][] lines) {
        long size = 0;
        for (double[] line : lines) {
            size += 8L * line.length;
        }
        return size;
    }

    synchronized long bytes() {
        return bytes;
    }
}
