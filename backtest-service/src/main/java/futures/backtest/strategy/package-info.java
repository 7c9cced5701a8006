/** The strategies that can be run, with the values that their YAML files give their parameters. */
package futures.backtest.strategy;
