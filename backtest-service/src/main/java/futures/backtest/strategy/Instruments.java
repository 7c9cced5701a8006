package futures.backtest.strategy;

import futures.kit.config.YamlLines;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the live bot calls its markets: {@code MES}, {@code F.US.MES} or {@code CON.F.US.MES.U25}. */
final class Instruments {
    private static final Pattern FORM =
            Pattern.compile("(?:(?:CON\\.)?F\\.US\\.)?([A-Z][A-Z0-9]{0,5})(?:\\.[FGHJKMNQUVXZ]\\d{1,2})?");
    /** The data vendor's names of products that the exchange calls otherwise. */
    private static final Map<String, String> EXCHANGE =
            Map.of("EP", "ES", "ENQ", "NQ", "GCE", "GC", "SIE", "SI", "CLE", "CL");

    private Instruments() {}

    /** The product. */
    static String symbol(String file, YamlLines.Entry entry) throws BrokenStrategy {
        Matcher form = FORM.matcher(entry.text());
        if (!form.matches()) {
            throw StrategySettings.wrong(
                    file,
                    entry,
                    "instrument is a product like MES, F.US.MES or CON.F.US.MES.U25, found '" + entry.text() + "'");
        }
        return EXCHANGE.getOrDefault(form.group(1), form.group(1));
    }
}
