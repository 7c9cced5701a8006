package futures.data.load;

import futures.data.csv.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A process that imports a file which never ends, to be killed. */
final class KilledImport {
    private KilledImport() {}

    public static void main(String[] args) {
        byte[] rows = ImporterTest.rows(0, 1_200_000).getBytes(StandardCharsets.UTF_8);
        SourceFile endless = new SourceFile(
                "endless.csv",
                rows.length,
                () -> new SequenceInputStream(new java.io.ByteArrayInputStream(rows), new Silence()));
        try (Imports imports = new Imports(Path.of(args[0]))) {
            imports.run(imports.plan("ES", Imports.AS_FOUND, List.of(endless)));
        }
    }

    /** A stream that has more to come and never gives it. */
    private static final class Silence extends InputStream {
        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }

        @Override
        public int read() throws IOException {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return -1;
        }
    }
}
