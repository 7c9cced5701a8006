package futures.engine;

import futures.analytics.indicator.IndicatorValues;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.TickGrid;
import futures.model.TradingDays;

/**
 * Bars and the contract they are prices of, with what all runs on them have in common: indicators, closes in ticks,
 * trading days and content hash. Immutable to its users and safe to share between threads.
 */
public final class Market {
    private final BarSeries bars;
    private final ContractSpec contract;
    private final IndicatorValues indicators;
    private int[] closeTicks;
    private TradingDays days;
    private String dataHash;

    private Market(BarSeries bars, ContractSpec contract) {
        this.bars = bars;
        this.contract = contract;
        this.indicators = new IndicatorValues(bars, this::days);
    }

    /** @throws IllegalArgumentException when there are no bars */
    public static Market of(BarSeries bars, ContractSpec contract) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("there are no bars of " + bars.symbol() + " to run on");
        }
        return new Market(bars, contract);
    }

    public BarSeries bars() {
        return bars;
    }

    public ContractSpec contract() {
        return contract;
    }

    /** SHA-256 of symbol, timeframe and all columns, in lower-case hexadecimal. */
    public synchronized String dataHash() {
        if (dataHash == null) {
            Sha256 hash = new Sha256()
                    .add(bars.symbol())
                    .add(bars.timeframe().seconds())
                    .add((long) bars.size());
            for (int i = 0; i < bars.size(); i++) {
                hash.add(bars.openTime(i)).add(bars.open(i)).add(bars.high(i));
                hash.add(bars.low(i)).add(bars.close(i)).add(bars.volume(i));
            }
            dataHash = hash.hex();
        }
        return dataHash;
    }

    /** SHA-256 of everything in the contract's specification. */
    public String contractHash() {
        return new Sha256()
                .add(contract.symbol())
                .add(String.valueOf(contract.currency()))
                .add(contract.ticks().toString())
                .add(contract.pointValue().stripTrailingZeros().toPlainString())
                .add(String.valueOf(contract.initialMargin()))
                .add(String.valueOf(contract.maintenanceMargin()))
                .add(contract.session().toString())
                .hex();
    }

    IndicatorValues indicators() {
        return indicators;
    }

    /** Each close as the nearest tick, half a tick to the higher one. Shared: never written to. */
    synchronized int[] closeTicks() {
        if (closeTicks == null) {
            TickGrid grid = contract.ticks();
            int[] ticks = new int[bars.size()];
            for (int i = 0; i < ticks.length; i++) {
                ticks[i] = Math.toIntExact(grid.nearest(bars.close(i)));
            }
            closeTicks = ticks;
        }
        return closeTicks;
    }

    synchronized TradingDays days() {
        if (days == null) {
            days = TradingDays.of(bars, contract.session());
        }
        return days;
    }
}
