package futures.wire.backtest;

import java.util.List;

/**
 * What a source would be as a strategy; nothing was stored.
 *
 * @param errors empty when it is valid
 * @param script what a script is found to be; null for other kinds and when it is not valid
 * @param bot    what a bot's file is found to be; null for other files and when it is not valid
 */
public record StrategyCheck(
        String name,
        String file,
        boolean valid,
        List<StrategyError> errors,
        List<StrategyInfo.ParameterInfo> parameters,
        StrategyInfo.ScriptInfo script,
        BotInfo bot) {}
