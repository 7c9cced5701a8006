package futures.portfolio.reconcile;

import futures.model.Side;
import futures.portfolio.ledger.Cents;
import java.math.BigDecimal;

/** A round trip of either side, and what of it is not matched yet. Costs and P&L go with the contracts, the last take the rest. */
final class Trip {
    final long number;
    final String symbol;
    final String product;
    final Side side;
    final int quantity;
    final long entryMs;
    final BigDecimal entryPrice;
    final long exitMs;
    final BigDecimal exitPrice;
    final long netCents;
    private int left;
    private long grossLeft;
    private long costLeft;

    Trip(
            long number,
            String symbol,
            String product,
            Side side,
            int quantity,
            long entryMs,
            BigDecimal entryPrice,
            long exitMs,
            BigDecimal exitPrice,
            long grossCents,
            long costCents) {
        this.number = number;
        this.symbol = symbol;
        this.product = product;
        this.side = side;
        this.quantity = quantity;
        this.entryMs = entryMs;
        this.entryPrice = entryPrice;
        this.exitMs = exitMs;
        this.exitPrice = exitPrice;
        this.netCents = grossCents - costCents;
        this.left = quantity;
        this.grossLeft = grossCents;
        this.costLeft = costCents;
    }

    /** P&L and costs of some of its contracts, cents. */
    record Share(long gross, long costs) {
        long net() {
            return gross - costs;
        }
    }

    int left() {
        return left;
    }

    boolean untouched() {
        return left == quantity;
    }

    Share take(int contracts) {
        Share share = new Share(Cents.share(grossLeft, contracts, left), Cents.share(costLeft, contracts, left));
        grossLeft -= share.gross();
        costLeft -= share.costs();
        left -= contracts;
        return share;
    }

    /** Net P&L of what is not matched, cents. */
    long netLeft() {
        return grossLeft - costLeft;
    }
}
