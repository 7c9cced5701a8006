-- Counting by state and removing what ended long ago should not walk over all backtests.
DROP INDEX backtest_state;
CREATE INDEX backtest_state ON backtest (state);
CREATE INDEX backtest_ended ON backtest (ended);
