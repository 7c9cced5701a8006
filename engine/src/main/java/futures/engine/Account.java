package futures.engine;

import futures.model.Side;

/** Cash and net position in one contract; money in millionths. */
final class Account {
    final long tickValue;
    long cash;
    /** Contracts held: positive long, negative short. */
    long position;
    /** Sum over the contracts held of their entry price in ticks, short ones negative. */
    long basis;

    Account(long cash, long tickValue) {
        this.cash = cash;
        this.tickValue = tickValue;
    }

    void open(Side side, int contracts, long tick) {
        long signed = (long) side.sign() * contracts;
        position += signed;
        basis += signed * tick;
    }

    /** Takes contracts off and books their gain. */
    void close(Side side, int contracts, long entryTick, long exitTick) {
        long signed = (long) side.sign() * contracts;
        position -= signed;
        basis -= signed * entryTick;
        cash += signed * (exitTick - entryTick) * tickValue;
    }

    long equity(long tick) {
        return cash + (position * tick - basis) * tickValue;
    }
}
