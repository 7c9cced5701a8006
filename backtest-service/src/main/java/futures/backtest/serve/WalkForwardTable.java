package futures.backtest.serve;

import futures.wire.backtest.DayRow;
import futures.wire.backtest.WalkForwardResult;
import io.javalin.http.Context;
import java.io.IOException;

/** The days of a walk-forward that were traded out of sample, as CSV. */
public final class WalkForwardTable {
    private WalkForwardTable() {}

    /** Day, profit and stitched equity at its end. */
    public static void csv(Context context, WalkForwardResult result) throws IOException {
        context.contentType(Csv.MEDIA_TYPE);
        Csv csv = new Csv(context.outputStream());
        csv.field("day").field("profit").field("equity").line();
        for (DayRow day : result.days()) {
            csv.field(day.day().toString())
                    .field(day.profit().toPlainString())
                    .field(day.equity().toPlainString())
                    .line();
        }
        csv.flush();
    }
}
