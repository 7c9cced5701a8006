package futures.data.api;

import futures.kit.job.JobState;
import futures.kit.job.JobStatus;
import futures.kit.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers which imports are under way, in a small file for each: the store's one writer is busy with them. What is left
 * when the service starts was interrupted, and says by which request it goes on.
 */
final class OpenImports {
    private static final int REMEMBERED = 100;
    private static final String ENDING = ".json";

    /**
     * An import under way.
     *
     * @param request path and query of the request
     * @param upload  whether its file came with it, and is gone
     * @param byFile  whether what was done of it is stored
     */
    record OpenImport(String id, String request, boolean upload, boolean byFile, Instant created) {}

    private final Path directory;
    private final Map<String, JobStatus> interrupted = new LinkedHashMap<>();

    OpenImports(Path directory) {
        this.directory = directory;
    }

    /** Reads what an earlier process left; for the start. The oldest beyond a hundred are forgotten. */
    void load(Instant now) throws IOException {
        Files.createDirectories(directory);
        List<OpenImport> left = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (file.toString().endsWith(ENDING)) {
                    left.add(Json.mapper().readValue(file.toFile(), OpenImport.class));
                } else {
                    // A process that died while it wrote one.
                    Files.delete(file);
                }
            }
        }
        left.sort(Comparator.comparing(OpenImport::created).reversed());
        for (OpenImport one : left.subList(Math.min(REMEMBERED, left.size()), left.size())) {
            closed(one.id());
        }
        left.stream().limit(REMEMBERED).forEach(one -> interrupted.put(one.id(), status(one, now)));
    }

    private static JobStatus status(OpenImport one, Instant now) {
        String stored = one.byFile() ? "the files that were done are stored" : "nothing of it was stored";
        String again = one.upload()
                ? "send the file once more with POST " + one.request()
                : "POST " + one.request() + (one.byFile() ? " goes on after them" : " begins it again");
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("resume", one.upload() ? null : "POST " + one.request());
        return new JobStatus(
                one.id(),
                "import",
                JobState.FAILED,
                0,
                "interrupted by the end of the service; " + stored + ", " + again,
                one.created(),
                null,
                now,
                null,
                details,
                null,
                null);
    }

    /** To be called before the import begins. */
    void opened(OpenImport one) {
        try {
            Path unfinished = Files.createTempFile(directory, one.id(), ".tmp");
            Files.write(unfinished, Json.mapper().writeValueAsBytes(one));
            Files.move(unfinished, file(one.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It has ended and its result is known. */
    void closed(String id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<JobStatus> find(String id) {
        return Optional.ofNullable(interrupted.get(id));
    }

    /** Newest first. */
    List<JobStatus> interrupted() {
        return List.copyOf(interrupted.values());
    }

    private Path file(String id) {
        return directory.resolve(id + ENDING);
    }
}
