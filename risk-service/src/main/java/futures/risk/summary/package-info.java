/** Risk summaries, computed when a portfolio or backtest is heard of, so that they are ready when somebody asks. */
package futures.risk.summary;
