package futures.data.source;

import futures.data.store.Chunk;
import futures.data.store.ChunkRows;
import java.math.BigDecimal;

/** Brings the prices of a contract to those of the last one of a continuous series. */
@FunctionalInterface
interface PriceShift {
    /** Prices as they were traded. */
    PriceShift NONE = chunk -> chunk;

    Chunk apply(Chunk chunk);

    /** Exact: decimals are added as integers. */
    static PriceShift by(BigDecimal points) {
        BigDecimal plain = points.stripTrailingZeros();
        BigDecimal offset = plain.scale() < 0 ? plain.setScale(0) : plain;
        return chunk -> {
            int decimals = Math.max(chunk.priceDecimals(), offset.scale());
            long unit = BigDecimal.ONE
                    .movePointRight(decimals - chunk.priceDecimals())
                    .longValueExact();
            long moved = offset.setScale(decimals).unscaledValue().longValueExact();
            long[][] prices = new long[4][chunk.size()];
            for (int column = ChunkRows.OPEN; column <= ChunkRows.CLOSE; column++) {
                for (int i = 0; i < chunk.size(); i++) {
                    prices[column][i] = chunk.prices()[column][i] * unit + moved;
                }
            }
            return new Chunk(chunk.time(), prices, decimals, chunk.volume(), chunk.volumeDecimals());
        };
    }

    /** Rounded to some decimals, as {@link futures.model.ContinuousSeries} rounds. */
    static PriceShift times(double factor, int decimals) {
        double parts = Math.pow(10, decimals);
        return chunk -> {
            long[][] prices = new long[4][chunk.size()];
            double[] values = new double[chunk.size()];
            for (int column = ChunkRows.OPEN; column <= ChunkRows.CLOSE; column++) {
                chunk.doubles(column, 0, chunk.size(), values, 0);
                for (int i = 0; i < values.length; i++) {
                    prices[column][i] = (long) Math.rint(values[i] * factor * parts);
                }
            }
            return new Chunk(chunk.time(), prices, decimals, chunk.volume(), chunk.volumeDecimals());
        };
    }
}
