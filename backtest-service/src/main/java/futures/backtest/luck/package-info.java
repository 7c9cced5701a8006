/** Whether the best of many tries is luck: the ledger of all tries, and the verdict. */
package futures.backtest.luck;
