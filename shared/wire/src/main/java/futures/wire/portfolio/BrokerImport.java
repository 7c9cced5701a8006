package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What was understood of an export, and what recording it did or would do.
 *
 * @param dryRun          nothing was recorded
 * @param dialect         {@code ninjatrader}, {@code tradovate} or {@code topstepx}
 * @param separator       between cells
 * @param timeZone        of times without offset; null when all have theirs
 * @param dateOrder       {@code mdy}, {@code dmy} or {@code ymd}
 * @param columns         those that were read
 * @param account         whose rows they are; null when the file does not say
 * @param fills           rows that are fills
 * @param roundTrips      rows that are round trips
 * @param alreadyRecorded rows whose numbers are in the portfolio with the same content
 * @param recorded        rows that were recorded, or would be
 * @param firstRows       the first ten, oldest first
 * @param badRows         rows that cannot be taken; one of them refuses the file
 * @param firstBadRows    the first twenty
 * @param refusal         why it cannot be recorded though all rows are good; null when it can
 * @param notes           what was assumed
 * @param tradesAdded     round trips more than before; null when it cannot be recorded
 * @param commission      costs of what was recorded
 * @param cash            of the portfolio afterwards
 * @param positions       afterwards, in the symbols of its fills
 */
public record BrokerImport(
        boolean dryRun,
        String dialect,
        String separator,
        String timeZone,
        String dateOrder,
        List<String> columns,
        String account,
        int fills,
        int roundTrips,
        int alreadyRecorded,
        int recorded,
        Instant first,
        Instant last,
        List<BrokerRowShown> firstRows,
        int badRows,
        List<BrokerBadRow> firstBadRows,
        String refusal,
        List<String> notes,
        Integer tradesAdded,
        BigDecimal commission,
        BigDecimal cash,
        List<Position> positions) {}
