package futures.engine.twin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** The contract, costs and choices of a naive run. */
public final class NaiveRules {
    public BigDecimal tick;
    public BigDecimal pointValue;
    public BigDecimal commission = BigDecimal.ZERO;
    public BigDecimal fees = BigDecimal.ZERO;
    public int marketSlippage;
    public int stopSlippage;
    public boolean through = true;
    public boolean round;
    public boolean cap = true;
    /** {@code pessimistic}, {@code optimistic}, {@code ohlc} or {@code magnifier}. */
    public String mode = "pessimistic";

    public boolean sameClose;
    /** Share of a bar's volume; zero for no limit. */
    public BigDecimal share = BigDecimal.ZERO;
    /** Initial, maintenance and day-trade margin by first day; null where there is none. */
    public TreeMap<LocalDate, BigDecimal[]> margins = new TreeMap<>();
    /** Of one unit of the contract's currency, by day; empty when it is the account's. */
    public TreeMap<LocalDate, BigDecimal> rates = new TreeMap<>();

    /** The tick that a price is within a millionth of, which is noise of a division or of doubles; else the price itself. */
    BigDecimal snap(BigDecimal price) {
        BigDecimal near = nearest(price);
        return price.subtract(near).abs().compareTo(tick.movePointLeft(6)) <= 0 ? near : price;
    }

    BigDecimal up(BigDecimal price) {
        return price.divide(tick, 0, RoundingMode.CEILING).multiply(tick);
    }

    BigDecimal down(BigDecimal price) {
        return price.divide(tick, 0, RoundingMode.FLOOR).multiply(tick);
    }

    BigDecimal worse(boolean buy, BigDecimal price) {
        return buy ? up(price) : down(price);
    }

    BigDecimal nearest(BigDecimal price) {
        return price.divide(tick, 20, RoundingMode.FLOOR)
                .add(new BigDecimal("0.5"))
                .setScale(0, RoundingMode.FLOOR)
                .multiply(tick);
    }

    BigDecimal ticks(int count) {
        return tick.multiply(BigDecimal.valueOf(count));
    }

    boolean onGrid(BigDecimal price) {
        return price.remainder(tick).signum() == 0;
    }

    /** In the account's currency, to six places. */
    BigDecimal convert(BigDecimal amount, LocalDate day) {
        Map.Entry<LocalDate, BigDecimal> rate = rates.lowerEntry(day);
        return rate == null ? amount : amount.multiply(rate.getValue()).setScale(6, RoundingMode.HALF_EVEN);
    }

    BigDecimal toOpen(NaiveMarket market, int bar, int contracts) {
        return margin(true, market, bar, contracts);
    }

    BigDecimal toHold(NaiveMarket market, int bar, int contracts) {
        return margin(false, market, bar, contracts);
    }

    private BigDecimal margin(boolean toOpen, NaiveMarket market, int bar, int contracts) {
        BigDecimal each = margin(toOpen, market.day(bar), market.lastOfDay(bar));
        return convert(each.multiply(BigDecimal.valueOf(contracts)), market.day(bar));
    }

    /** Zero where nothing is asked. */
    private BigDecimal margin(boolean toOpen, LocalDate day, boolean lastBarOfDay) {
        Map.Entry<LocalDate, BigDecimal[]> row = margins.floorEntry(day);
        if (row == null) {
            return BigDecimal.ZERO;
        }
        BigDecimal[] amounts = row.getValue();
        BigDecimal amount = amounts[2] != null && !lastBarOfDay ? amounts[2] : amounts[toOpen ? 0 : 1];
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
