package futures.wire.data;

import java.util.List;

/** Dated contracts of one product, imported one after the other, each with its report. */
public record ContractsImported(String root, long rowsAdded, List<ImportReport> contracts) {}
