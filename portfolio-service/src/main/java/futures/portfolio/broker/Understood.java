package futures.portfolio.broker;

import futures.wire.portfolio.BrokerBadRow;
import java.util.List;

/**
 * A file as it was read.
 *
 * @param zone      of its times without offset
 * @param dateOrder {@code mdy}, {@code dmy} or {@code ymd}
 * @param columns   those that were read
 * @param rows      of the account, oldest first
 * @param bad       rows that cannot be taken
 * @param notes     what was assumed
 */
record Understood(
        Dialect dialect,
        char separator,
        String zone,
        String dateOrder,
        List<String> columns,
        String account,
        List<BrokerRow> rows,
        List<BrokerBadRow> bad,
        List<String> notes) {}
