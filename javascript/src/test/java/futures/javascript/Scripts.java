package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Market;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.Timeframe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** Scripts and markets for them. */
final class Scripts {
    static final ContractSpec MES = new ContractSpec(
            "MES",
            "Micro E-mini",
            "CME",
            "USD",
            new TickGrid(new BigDecimal("0.25")),
            new BigDecimal("5"),
            new BigDecimal("1000"),
            new BigDecimal("900"),
            new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(17, 0), LocalTime.of(16, 0)));

    static {
        assertTrue(Replay.RESOURCES.toFile().isDirectory()); // and V8 is allowed in this process
    }

    private Scripts() {}

    static Market market(Tape tape) {
        return Market.of(bars(tape), MES);
    }

    static BarSeries bars(Tape tape) {
        BarSeries.Builder builder = BarSeries.builder("MES", Timeframe.parse("1m"));
        for (double[] bar : tape.bars()) {
            builder.add((long) bar[0], bar[1], bar[2], bar[3], bar[4], bar[5]);
        }
        return builder.build();
    }

    /** The strategy {@code name} and its helpers by file name. */
    static ScriptSource of(String name, Map<String, String> files) {
        try {
            return ScriptReader.read(ScriptTree.of(files), name + ".js");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
