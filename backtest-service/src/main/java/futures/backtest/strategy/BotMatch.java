package futures.backtest.strategy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which script a bot's file means, which calls it otherwise than its file is called. */
final class BotMatch {
    /** The live bot's own table of types; what a type is not in it is called like its file or its class. */
    private static final Map<String, String> TYPES = Map.of(
            "EMACROSS", "EMA",
            "EMARETRACE", "EMA",
            "EMARETRACEMENT", "EMA",
            "EMA9RETRACEMENTSCALPING", "EMA",
            "PDHPDL", "PDHPDLCOMPREHENSIVE");

    private BotMatch() {}

    /**
     * The script of the type: called so, called so but for case, signs and the word Strategy, or calling itself so.
     *
     * @throws BrokenStrategy when there is none, or several
     */
    static KnownStrategy find(BotFile bot, Collection<KnownStrategy> strategies) throws BrokenStrategy {
        List<KnownStrategy> scripts = strategies.stream()
                .filter(one -> one.kind().equals(ScriptKind.WORD))
                .toList();
        String type = bot.type();
        String plain = plain(type);
        List<KnownStrategy> found =
                scripts.stream().filter(one -> one.name().equals(type)).toList();
        if (found.isEmpty()) {
            found = scripts.stream()
                    .filter(one -> plain(one.name()).equals(plain)
                            || plain(one.name()).equals(TYPES.get(plain))
                            || plain(own(one)).equals(plain))
                    .toList();
        }
        if (found.isEmpty()) {
            throw bot.noStrategy("there is no script for the strategy " + type + "; "
                    + (scripts.isEmpty()
                            ? "no scripts are here"
                            : "scripts are "
                                    + String.join(
                                            ", ",
                                            scripts.stream()
                                                    .map(KnownStrategy::name)
                                                    .sorted()
                                                    .toList())));
        }
        if (found.size() > 1) {
            throw bot.noStrategy("the strategy " + type + " may be any of "
                    + String.join(
                            ", ",
                            found.stream().map(KnownStrategy::name).sorted().toList())
                    + "; write the one that is meant");
        }
        return found.get(0);
    }

    private static String own(KnownStrategy script) {
        boolean known = script.version() != null
                && script.version().verdict() != null
                && script.version().verdict().name() != null;
        return known ? script.version().verdict().name() : script.name();
    }

    private static String plain(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "").replace("STRATEGY", "");
    }
}
