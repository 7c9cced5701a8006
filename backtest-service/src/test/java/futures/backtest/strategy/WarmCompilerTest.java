package futures.backtest.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarmCompilerTest {
    @Test
    void whatItCompilesCompiles() {
        assertEquals(List.of(), WarmCompiler.warm().errors());
        assertTrue(WarmCompiler.warm().classes().containsKey("Nobody"));
    }
}
