package futures.wire.data;

import java.time.Instant;
import java.util.List;

/**
 * What an import understood and did.
 *
 * @param dryRun           true when nothing was stored
 * @param rowsRead         good rows
 * @param rowsAdded        bars that were not stored before
 * @param rowsUnchanged    bars that were stored already with the same values
 * @param rowsReplaced     stored bars that were replaced ({@code on_conflict=replace})
 * @param rowsKept         bars that were not taken because others were stored ({@code on_conflict=keep})
 * @param duplicates       bars that came more than once in the import, the same
 * @param outOfOrder       rows that came before an earlier one; they were sorted
 * @param ignored          rows of other contracts in the file
 * @param rounded          prices with more than nine decimals, rounded half-even to nine
 * @param openInterestDays trading days whose open interest was stored or changed
 * @param badRows          rows that were left out ({@code on_error=skip})
 * @param firstBadRows     the first of these
 * @param seriesBars       bars the series has now
 * @param firstRows        the first bars as they were understood
 * @param skippedFiles     files that were imported by the same options before and not read again ({@code commit=file})
 * @param notes            what to look at
 */
public record ImportReport(
        String symbol,
        String timeframe,
        boolean dryRun,
        long rowsRead,
        long rowsAdded,
        long rowsUnchanged,
        long rowsReplaced,
        long rowsKept,
        long duplicates,
        long outOfOrder,
        long ignored,
        long rounded,
        long openInterestDays,
        long badRows,
        List<BadRow> firstBadRows,
        Instant first,
        Instant last,
        long seriesBars,
        List<BarMessage> firstRows,
        List<ImportedFile> files,
        List<String> skippedFiles,
        List<String> notes) {}
