package futures.backtest.strategy;

import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.wire.backtest.StrategyError;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Knows the configurations of the live bot, those in the strategies directory by name. */
public final class BotRegistry {
    private static final int MOST_RECENT = 1_000;
    private static final Pattern NAME = Pattern.compile("[\\w .-]{1,100}");

    private final StrategyRegistry strategies;
    private final CodeKeeper keeper;
    private final Map<String, BotChoice> recent = Collections.synchronizedMap(new LinkedHashMap<>());

    BotRegistry(StrategyRegistry strategies, CodeKeeper keeper) {
        this.strategies = strategies;
        this.keeper = keeper;
    }

    /**
     * A bot for an order; its text is kept as code is.
     *
     * @param bot   name of a file, or the text of one
     * @param field of the order that says so
     * @throws Problem 404 with near names, 422 with what is wrong in it
     */
    public BotChoice take(String bot, String field) {
        if (bot.length() > StrategySettings.MOST_BYTES) {
            throw Problem.tooLarge("A bot's configuration may have " + StrategySettings.MOST_BYTES + " bytes.");
        }
        BotChoice choice = bot.contains("\n") || bot.contains(":") ? given(bot, field) : dropped(bot, field);
        BotConfiguration found = choice.configuration();
        StrategySource text = StrategySource.of(found.file(), found.text().getBytes(StandardCharsets.UTF_8));
        keeper.keep(found.name(), BotChoice.KIND, found.hash(), text);
        synchronized (recent) {
            recent.put(found.hash(), choice);
            if (recent.size() > MOST_RECENT) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return choice;
    }

    /** @throws BrokenStrategy when a bot's file names no script, or may mean several */
    String strategyOf(BotFile bot) throws BrokenStrategy {
        return BotMatch.find(bot, strategies.look().strategies().values()).name();
    }

    private BotChoice given(String text, String field) {
        try {
            BotFile file = BotFile.read("bot", text);
            String name = file.id() == null || !NAME.matcher(file.id()).matches() ? "bot" : file.id();
            KnownStrategy script = strategies.runnable(strategyOf(file));
            return new BotChoice(script.name(), file.configuration(name, script.version()), null);
        } catch (BrokenStrategy e) {
            throw refused(field, "The bot's configuration cannot be used: ", e.errors());
        }
    }

    private BotChoice dropped(String name, String field) {
        Map<String, KnownBot> all = strategies.look().bots();
        KnownBot bot = all.get(name);
        if (bot == null) {
            String hint = NearNames.hint(name, all.keySet());
            throw Problem.notFound("There is no bot '" + name + "'"
                            + (hint.isEmpty()
                                    ? "; there are " + String.join(", ", new TreeSet<>(all.keySet())) + "."
                                    : hint))
                    .field(field, name, "unknown bot");
        }
        if (bot.strategy() != null) {
            strategies.runnable(bot.strategy()); // a script that was just saved is looked at first
            bot = strategies.look().bots().getOrDefault(name, bot);
        }
        if (bot.configuration() == null) {
            throw refused(field, "The bot " + name + " cannot be used: ", bot.errors());
        }
        return new BotChoice(bot.strategy(), bot.configuration(), bot.warning());
    }

    private static Problem refused(String field, String what, List<StrategyError> errors) {
        Problem problem = Problem.unprocessable(what + errors.get(0).oneLine() + ".");
        errors.forEach(error -> problem.field(field, error.text(), error.oneLine()));
        return problem;
    }

    /** A bot that an order was made with lately, by the hash of its text. */
    public Optional<BotChoice> recent(String hash) {
        return Optional.ofNullable(hash).map(recent::get);
    }
}
