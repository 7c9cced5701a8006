package futures.backtest.strategy;

import futures.backtest.strategy.DroppedStrategies.Dropped;
import futures.wire.backtest.StrategyError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All strategies by name, shipped and dropped, with their settings, and the files that belong to none. It is made anew after
 * each change, of the one before, whose settings stand as long as the new ones are wrong.
 */
record StrategySnapshot(
        Map<String, KnownStrategy> strategies, Map<String, KnownBot> bots, List<StrategyError> problems) {
    static final StrategySnapshot EMPTY = new StrategySnapshot(Map.of(), Map.of(), List.of());

    /** A file that says it is the strategy of a name; without a version when it never had a good one. */
    private record Claim(Dropped dropped, StrategyVersion version) {}

    /** Without files. */
    static StrategySnapshot of(Map<String, StrategyVersion> fixed) {
        Map<String, KnownStrategy> strategies = new TreeMap<>();
        fixed.forEach((name, version) -> strategies.put(
                name,
                new Base(name, version.kind(), null, version, List.of())
                        .known(null, StrategySettings.NONE, List.of(), false)));
        return new StrategySnapshot(Map.copyOf(strategies), Map.of(), List.of());
    }

    static StrategySnapshot of(Map<String, StrategyVersion> shipped, DroppedStrategies files, StrategySnapshot before) {
        Map<String, KnownStrategy> strategies = new TreeMap<>();
        List<StrategyError> problems = new ArrayList<>();
        shipped.forEach((name, version) ->
                strategies.put(name, withSettings(new Base(name, "java", null, version, List.of()), files, before)));
        claims(files).forEach((name, claims) -> {
            if (shipped.containsKey(name)) {
                claims.forEach(claim -> problems.add(whole(
                        claim.dropped().entry(),
                        "the name " + name + " is taken by the shipped strategy "
                                + shipped.get(name).source().entry() + "; call the class and its file otherwise")));
                return;
            }
            strategies.put(name, withSettings(base(name, claims), files, before));
        });
        Map<String, KnownBot> bots = Bots.of(files, strategies, before.bots());
        bots.values().stream().filter(bot -> bot.strategy() == null).forEach(bot -> problems.addAll(bot.errors()));
        Set<String> orphans = new HashSet<>(files.settingsNames());
        orphans.removeAll(strategies.keySet());
        orphans.removeAll(bots.keySet());
        orphans.stream()
                .sorted()
                .forEach(name -> problems.add(whole(
                        name + StrategyFolder.SETTINGS, "there is no strategy " + name + " that it could be about")));
        return new StrategySnapshot(Map.copyOf(strategies), bots, List.copyOf(problems));
    }

    private static Map<String, List<Claim>> claims(DroppedStrategies files) {
        Map<String, List<Claim>> claims = new TreeMap<>();
        for (Dropped one : files.all().values()) {
            if (one.good().isEmpty()) {
                String name = one.kind().nameOf(one.entry());
                claims.computeIfAbsent(name, unseen -> new ArrayList<>()).add(new Claim(one, null));
            }
            for (StrategyVersion version : one.good()) {
                claims.computeIfAbsent(version.name(), unseen -> new ArrayList<>())
                        .add(new Claim(one, version));
            }
        }
        return claims;
    }

    private record Base(String name, String kind, String file, StrategyVersion version, List<StrategyError> errors) {
        KnownStrategy known(String yaml, StrategySettings settings, List<StrategyError> wrong, boolean kept) {
            return new KnownStrategy(name, kind, file, version, errors, yaml, settings, wrong, kept);
        }
    }

    private static Base base(String name, List<Claim> claims) {
        Claim first = claims.get(0);
        Dropped file = first.dropped();
        if (claims.size() == 1) {
            return new Base(name, file.kind().word(), file.entry(), first.version(), file.errors());
        }
        String places = claims.stream().map(claim -> claim.dropped().entry()).collect(Collectors.joining(" and "));
        return new Base(
                name,
                file.kind().word(),
                file.entry(),
                null,
                claims.stream()
                        .map(claim -> whole(
                                claim.dropped().entry(),
                                "two strategies are called " + name + ", in " + places + "; rename or remove one"))
                        .toList());
    }

    private static KnownStrategy withSettings(Base base, DroppedStrategies files, StrategySnapshot before) {
        KnownStrategy last = before.strategies().get(base.name());
        if (base.version() == null) {
            return base.known(null, StrategySettings.NONE, List.of(), false);
        }
        String yaml = null;
        try {
            yaml = files.settings(base.name());
            if (yaml != null && last != null && base.version().equals(last.version()) && yaml.equals(last.yaml())) {
                return base.known(yaml, last.settings(), last.settingsErrors(), last.settingsKept());
            }
            StrategySettings settings = yaml == null
                    ? StrategySettings.NONE
                    : base.version().settings(base.name() + StrategyFolder.SETTINGS, yaml);
            return base.known(yaml, settings, List.of(), false);
        } catch (BrokenStrategy e) {
            boolean keep = last != null
                    && ((last.settingsErrors().isEmpty() && last.yaml() != null) || last.settingsKept())
                    && base.version().takes(last.settings());
            return base.known(yaml, keep ? last.settings() : StrategySettings.NONE, e.errors(), keep);
        }
    }

    private static StrategyError whole(String file, String message) {
        return new StrategyError(file, null, null, null, message);
    }
}
