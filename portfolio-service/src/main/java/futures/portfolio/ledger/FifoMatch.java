package futures.portfolio.ledger;

import futures.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What an order does to the open lots of its symbol: it closes lots of the other side, oldest first, and opens a lot with
 * what is left.
 *
 * <p>Worked example, ES (point value 50): long 2 at 5000.00 and 1 at 5010.00; SELL 4 at 5005.00 closes 2 with a gain of
 * 500.00 and 1 with a loss of 250.00, and opens short 1 at 5005.00.
 *
 * @param closed          in the order in which they were opened
 * @param opened          contracts of the new lot, 0 for none
 * @param openedCostCents commission of the new lot
 */
record FifoMatch(List<Closed> closed, int opened, long openedCostCents) {

    /**
     * A lot or part of one that was closed.
     *
     * @param entryCostCents part of the entry's commission
     * @param exitCostCents  part of the closing order's commission
     */
    record Closed(Lot lot, int quantity, long grossCents, long entryCostCents, long exitCostCents) {
        long costCents() {
            return entryCostCents + exitCostCents;
        }
    }

    /**
     * @param lots      open lots of one side, oldest first
     * @param side      side that the order adds to
     * @param costCents commission of the whole order
     */
    static FifoMatch of(Iterable<Lot> lots, Side side, int quantity, BigDecimal price, long costCents) {
        List<Closed> closed = new ArrayList<>();
        int left = quantity;
        long costLeft = costCents;
        for (Lot lot : lots) {
            if (left == 0 || lot.side() == side) {
                break;
            }
            int part = Math.min(left, lot.quantity());
            long exitCost = Cents.share(costLeft, part, left);
            closed.add(new Closed(
                    lot, part, gross(lot, part, price), Cents.share(lot.costCents(), part, lot.quantity()), exitCost));
            left -= part;
            costLeft -= exitCost;
        }
        return new FifoMatch(List.copyOf(closed), left, costLeft);
    }

    private static long gross(Lot lot, int quantity, BigDecimal exit) {
        return Cents.rounded(lot.gain(exit, quantity));
    }

    long grossCents() {
        return closed.stream().mapToLong(Closed::grossCents).sum();
    }
}
