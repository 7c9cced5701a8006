package futures.wire.data;

import java.util.List;

/**
 * Bars of one series as JSON.
 *
 * @param timeframe     length of a bar, or another form such as {@code volume:5000}
 * @param count         bars in this answer
 * @param stored        bars of the whole stored series, from which made ones come
 * @param madeFrom      length of the bars that these are made of; this and what follows is there for made bars only
 * @param hours         {@code all}, {@code regular} or {@code overnight}
 * @param settlement    local time before which the close of a day traded; null without
 * @param approximate   whether trades would make other bars
 * @param approximation how, in words; empty when they would not
 * @param data          oldest first unless asked otherwise; made bars have {@code close_time}, when each is complete
 */
public record BarsAnswer(
        String symbol,
        String timeframe,
        String product,
        boolean synthetic,
        String adjustment,
        long stored,
        long count,
        String madeFrom,
        String hours,
        String settlement,
        Boolean approximate,
        String approximation,
        List<BarMessage> data) {}
