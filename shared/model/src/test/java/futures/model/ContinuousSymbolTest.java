package futures.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuousSymbolTest {
    @Test
    void everyPartIsRead() {
        assertEquals(
                Optional.of(new ContinuousSymbol("ES", 'v', 0, Adjustment.RATIO)),
                ContinuousSymbol.parse("ES.v.0@ratio"));
        assertEquals(
                Optional.of(new ContinuousSymbol("6E", 'n', 1, Adjustment.DIFFERENCE)),
                ContinuousSymbol.parse("6E.n.1@diff"));
        assertEquals(
                Optional.of(new ContinuousSymbol("ES-SYNTH", 'c', 0, Adjustment.NONE)),
                ContinuousSymbol.parse("ES-SYNTH.c.0@none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES.v.0", "ES.v.0@diff", "CL.n.2@ratio", "ES-SYNTH.c.0"})
    void itIsWrittenAsItWasRead(String symbol) {
        assertEquals(symbol, ContinuousSymbol.parse(symbol).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ES", "ESZ24", "ES.x.0", "ES.v", "ES.v.0@back", "es.v.0", "ES.v.10", "ES.v.0@diff@diff", ""})
    void nothingElseIsOne(String symbol) {
        assertTrue(ContinuousSymbol.parse(symbol).isEmpty());
    }

    @Test
    void theAdjustmentCanBeChanged() {
        ContinuousSymbol symbol = ContinuousSymbol.parse("ES.v.0@ratio").orElseThrow();
        assertEquals("ES.v.0", symbol.with(Adjustment.NONE).toString());
        assertEquals("ES.v.0@diff", symbol.with(Adjustment.DIFFERENCE).toString());
    }
}
