package futures.data.api;

import futures.kit.http.Problem;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that come with a request, kept on the disk while they are imported. */
final class Uploads {
    private static final int BUFFER = 1 << 16;

    private final Path directory;
    private final long mostBytes;

    Uploads(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /**
     * A received file.
     *
     * @param name as the sender called it, for reports and for its ending
     */
    record Upload(Path file, String name) {
        void delete() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Removes everything; for the start, when no import can be under way. */
    void clean() throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> left = Files.list(directory)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    Upload receive(Context context) throws IOException {
        String type = context.contentType() == null ? "" : context.contentType();
        if (type.startsWith("multipart/form-data")) {
            List<UploadedFile> files = filesOf(context);
            if (files.size() != 1) {
                throw Problem.badRequest("Send one file as the field 'file' of the form, found " + files.size() + ".")
                        .field("file", null, "one file is needed");
            }
            try (InputStream in = files.get(0).content()) {
                return save(in, safeName(files.get(0).filename()));
            }
        }
        String name = type.startsWith("application/gzip")
                ? "upload.csv.gz"
                : type.startsWith("application/zip") ? "upload.zip" : "upload.csv";
        try (InputStream in = context.bodyInputStream()) {
            return save(in, name);
        }
    }

    /** The library throws what its own parts throw, checked exceptions among them, when a form is broken. */
    private static List<UploadedFile> filesOf(Context context) {
        try {
            return context.uploadedFiles("file");
        } catch (Exception e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            String reason = cause.getMessage() == null ? "it is broken" : cause.getMessage();
            throw Problem.badRequest("The form cannot be read: " + reason
                            + "; send multipart/form-data with its boundary and the file as the field 'file'.")
                    .field("file", null, reason);
        }
    }

    /** The last part of the name, since some senders give a whole path. */
    private static String safeName(String name) {
        return name.replaceAll(".*[/\\\\]", "").replaceAll("[^A-Za-z0-9._ -]", "_");
    }

    private Upload save(InputStream in, String name) throws IOException {
        Files.createDirectories(directory);
        Path file = Files.createTempFile(directory, "upload-", ".tmp");
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long total = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
                if (total > mostBytes) {
                    throw Problem.tooLarge(
                            "The file is larger than limits.upload_mb (" + mostBytes / 1_048_576 + " MB).");
                }
                out.write(buffer, 0, read);
            }
            if (total == 0) {
                throw Problem.badRequest("Send a file, or name one under the import directory by 'path'.")
                        .field("path", null, "neither a file nor a path");
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        return new Upload(file, name);
    }
}
