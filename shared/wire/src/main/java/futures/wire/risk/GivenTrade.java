package futures.wire.risk;

import java.time.LocalDate;

/**
 * A round trip whose figures are wanted.
 *
 * @param side      {@code LONG} or {@code SHORT}; null: long
 * @param net       result after costs, money
 * @param gross     result before costs, money; null: the net
 * @param exitDate  trading day of the exit; all have one or none has
 * @param barsHeld  null: 0
 * @param rMultiple net / what the first stop risked; null without a stop
 * @param mae       furthest against it, money, zero or negative; this and the four below of all round trips, or of none
 * @param mfe       furthest with it, money, zero or positive
 * @param ticks     gain per contract
 * @param maeTicks  zero or negative
 * @param mfeTicks  zero or positive
 */
public record GivenTrade(
        String side,
        Double net,
        Double gross,
        LocalDate exitDate,
        Integer barsHeld,
        Double rMultiple,
        Double mae,
        Double mfe,
        Long ticks,
        Long maeTicks,
        Long mfeTicks) {}
