package futures.engine;

import futures.model.Side;

/**
 * One strategy's cash flow and net position in one market. Money is in millionths of the account's currency, and zero at
 * the start: the account's initial cash comes on top.
 */
final class Account {
    /** In millionths of the contract's currency. */
    final long tickValue;

    private final RateSchedule rates;
    long cash;
    /** Contracts held: positive long, negative short. */
    long position;
    /** Sum over the contracts held of their entry price in ticks, short ones negative. */
    long basis;
    /** Of the present bar. */
    long rate = CurrencyRates.ONE;

    Account(long tickValue, RateSchedule rates) {
        this.tickValue = tickValue;
        this.rates = rates;
    }

    void at(int bar) {
        if (!rates.same()) {
            rate = rates.at(bar);
        }
    }

    /** Whether the contract's currency is another one than the account's. */
    boolean converts() {
        return !rates.same();
    }

    long convert(long millionths) {
        return CurrencyRates.convert(millionths, rate);
    }

    void open(Side side, int contracts, long tick) {
        long signed = (long) side.sign() * contracts;
        position += signed;
        basis += signed * tick;
    }

    /** Takes contracts off and books their gain, which it returns. */
    long close(Side side, int contracts, long entryTick, long exitTick) {
        long signed = (long) side.sign() * contracts;
        position -= signed;
        basis -= signed * entryTick;
        long gain = convert(signed * (exitTick - entryTick) * tickValue);
        cash += gain;
        return gain;
    }

    /** An amount at the rate of a bar's trading day. */
    long convert(long millionths, int bar) {
        return rates.same() ? millionths : CurrencyRates.convert(millionths, rates.at(bar));
    }

    /** Cash flow so far and the open gain at a price in a bar. */
    long worth(long tick, int bar) {
        return cash + convert((position * tick - basis) * tickValue, bar);
    }

    /** The same in the present bar. */
    long worth(long tick) {
        long open = (position * tick - basis) * tickValue;
        return cash + (rate == CurrencyRates.ONE ? open : convert(open));
    }
}
