/** Java source to classes in memory, against the classes of the running process: no JDK and no file is needed. */
package futures.backtest.strategy.compile;
