package futures.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.kit.json.Json;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    @Test
    void everyFigureHasItsRowAndAnUndefinedOneItsReason() throws IOException {
        String answer = """
                {"strategy_name": "S", "symbol": "ES-SYNTH", "contract": "ES",
                 "backtest_period": {"start": "2025-05-01T22:00:00Z", "end": "2025-05-02T21:00:00Z", "total_bars": 1380},
                 "performance": {"total_trades": 2, "winning_trades": 2, "losing_trades": 0, "net_profit": 1234.5,
                   "total_return_pct": 1.2345, "max_drawdown": -80, "max_drawdown_pct": -0.08, "win_rate_pct": 100,
                   "profit_factor": null, "sharpe_ratio": 1.5},
                 "undefined": {"profit_factor": "no losing trade"},
                 "costs": {"commission": 10, "fees": 1.5, "slippage": 50, "total": 61.5},
                 "data_grade": "B",
                 "configuration": {"timeframe": "1m", "parameters": {"fast_period": 60, "exits": "none"}},
                 "findings": [
                   {"key": "few_trades", "severity": "serious", "text": "Two round trips only.", "remedy": "More."},
                   {"key": "still_open", "severity": "note", "text": "One is open.", "remedy": "Close it."}],
                 "warnings": ["Not recorded."]}
                """;
        assertEquals(
                List.of(
                        "  S on ES-SYNTH, trading ES",
                        "  --------------------------------------------------------------",
                        "  Parameters     fast_period 60, exits none",
                        "  Period         2025-05-01 22:00 to 2025-05-02 21:00 UTC",
                        "  Bars           1,380 of 1m",
                        "  Data grade     B",
                        "  Trades         2 (2 won, 0 lost)",
                        "  Net P&L        1,234.50  (return 1.23 %)",
                        "  Max drawdown   -80.00  (-0.08 %)",
                        "  Win rate       100.0 %",
                        "  Profit factor  undefined: no losing trade",
                        "  Sharpe ratio   1.50",
                        "  Costs          61.50  (commission and fees 11.50, slippage 50.00 inside the prices)",
                        "  Look again     Two round trips only.",
                        "  Note           Not recorded."),
                ResultTable.lines(Json.mapper().readTree(answer)));
    }
}
