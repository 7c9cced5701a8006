package futures.ml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import futures.kit.json.Json;
import futures.wire.ml.DataChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The last change of each symbol's data, kept in one small JSON file that is replaced as a whole, so that a crash leaves
 * the old one or the new one. Safe for many threads.
 */
final class DataChanges {
    private final Path file;
    private final int most;
    private final Map<String, DataChange> bySymbol = new TreeMap<>();

    /**
     * Reads what was kept.
     *
     * @param most symbols kept; those that changed longest ago give way
     * @throws UncheckedIOException naming the file when it cannot be read
     */
    DataChanges(Path file, int most) {
        this.file = file;
        this.most = most;
        if (!Files.exists(file)) {
            return;
        }
        try {
            List<DataChange> kept = Json.mapper().readValue(file.toFile(), new TypeReference<List<DataChange>>() {});
            kept.forEach(change -> bySymbol.put(change.symbol(), change));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(
                    file + " is damaged: " + e.getOriginalMessage()
                            + "; remove it, it is made anew from the data service",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Keeps it unless a later change of the symbol is known; false then. */
    synchronized boolean add(DataChange change) {
        DataChange known = bySymbol.get(change.symbol());
        if (known != null && !change.changedAt().isAfter(known.changedAt())) {
            return false;
        }
        bySymbol.put(change.symbol(), change);
        if (bySymbol.size() > most) {
            bySymbol.values().stream()
                    .min(Comparator.comparing(DataChange::changedAt))
                    .ifPresent(oldest -> bySymbol.remove(oldest.symbol()));
        }
        save();
        return true;
    }

    private void save() {
        try {
            Files.createDirectories(file.getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Json.mapper().writeValue(next.toFile(), bySymbol.values());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** By symbol. */
    synchronized List<DataChange> all() {
        return List.copyOf(bySymbol.values());
    }

    synchronized Optional<Instant> latest() {
        return bySymbol.values().stream().map(DataChange::changedAt).max(Comparator.naturalOrder());
    }
}
