package futures.data.roll;

import futures.data.store.ClosesBackward;
import futures.data.store.Series;
import futures.model.Timeframe;
import futures.model.roll.ContractHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedMap;

/** The history of a contract out of the store; single closes are read from its chunks. */
record StoredHistory(
        Connection connection,
        Series series,
        SortedMap<LocalDate, Double> volumes,
        SortedMap<LocalDate, Double> openInterest)
        implements ContractHistory {
    @Override
    public Timeframe timeframe() {
        return series.timeframe();
    }

    @Override
    public boolean isEmpty() {
        return series.bars() == 0;
    }

    @Override
    public long firstTime() {
        return series.firstTime();
    }

    @Override
    public long lastTime() {
        return series.lastTime();
    }

    @Override
    public Closes closesBefore(long time) {
        ClosesBackward closes = new ClosesBackward(connection, series, time);
        return new Closes() {
            @Override
            public boolean advance() {
                try {
                    return closes.advance();
                } catch (SQLException e) {
                    throw new IllegalStateException(
                            "cannot read the bars of " + series.symbol() + ": " + e.getMessage(), e);
                }
            }

            @Override
            public long time() {
                return closes.time();
            }

            @Override
            public double close() {
                return closes.close();
            }
        };
    }
}
