package futures.data.rate;

import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.kit.text.NearNames;
import futures.wire.data.RatePair;
import futures.wire.data.RateRow;
import futures.wire.data.RatesMessage;
import java.time.Clock;
import java.util.List;

/** The currency rates of the store. */
public final class Rates {
    private final Database database;
    private final Clock clock;

    public Rates(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By name. */
    public List<RatePair> pairs() {
        return database.read(RateTable::pairs);
    }

    /** @throws Problem 404 with near names */
    public RatesMessage get(String pair) {
        return database.read(connection -> RateTable.find(connection, pair)).orElseThrow(() -> {
            List<String> known = pairs().stream().map(RatePair::pair).toList();
            String hint = NearNames.hint(pair, known);
            return Problem.notFound("There are no rates of '" + pair + "'"
                    + (hint.isEmpty() ? "; PUT /api/rates/" + pair + " stores some." : hint));
        });
    }

    /**
     * Stores rates in place of all that were there of the pair.
     *
     * @throws Problem 422 naming what is wrong; nothing is changed then
     */
    public RatePair put(String pair, String source, List<RateRow> given) {
        RateRules.pair(pair);
        RateRules.source(source);
        List<RateRow> rows = RateRules.rows(given);
        return database.write(connection -> {
            RateTable.put(connection, pair, source.strip(), rows, clock.millis());
            return RateTable.pair(connection, pair);
        });
    }

    /**
     * The same from lines of a date and a rate.
     *
     * @throws Problem 422 naming the line or the row that is wrong; nothing is changed then
     */
    public RatePair putLines(String pair, String source, String lines) {
        return put(pair, source, RateLines.parse(lines));
    }
}
