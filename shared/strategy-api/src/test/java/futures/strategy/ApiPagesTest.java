package futures.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.strategy.tsx.BotStrategy;
import futures.strategy.tsx.SignalTrader;
import java.io.IOException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever an author can name is named on the pages. */
class ApiPagesTest {
    /** The engine's hand on a strategy, and what every object or record has. */
    private static final Set<String> NOT_FOR_AUTHORS =
            Set.of("Drive", "equals", "hashCode", "toString", "valueOf", "values", "$jacocoInit");

    @Test
    void everyMemberOfTheStrategyApiIsNamed() throws Exception {
        Set<String> named = words("strategies.md", "indicators.md", "sizing.md");
        Set<String> members = members(Strategy.class);
        assertTrue(members.size() > 100, members::toString);
        members.removeAll(named);
        assertEquals(Set.of(), members);
    }

    @Test
    void everyMemberOfTheBotsContractIsNamed() throws Exception {
        Set<String> named = words("tsx-contract.md", "strategies.md");
        Set<Class<?>> types = new HashSet<>();
        reach(BotStrategy.class, types);
        Set<String> members = new TreeSet<>();
        types.forEach(type -> addOpen(type, members));
        assertTrue(
                members.containsAll(Set.of("riskRewardRatio", "onPositionClosed", "MainBot", "BotPosition", "PARTIAL")),
                members::toString);
        members.removeAll(named);
        members.removeAll(open(SignalTrader.class.getDeclaredMethods())); // between the host and a strategy
        assertEquals(Set.of(), members);
    }

    @Test
    void proseNamesNothing() throws Exception {
        Set<String> named = words("strategies.md");
        assertTrue(named.contains("onSessionEnd") && named.contains("crossesAbove"));
        assertFalse(named.contains("recommendation"), "a word of the text counts as a name");
    }

    /** Words of what stands in code on the pages. */
    private static Set<String> words(String... pages) throws IOException {
        Set<String> words = new TreeSet<>();
        for (String page : pages) {
            String text = Files.readString(Path.of("..", "..", "docs", page));
            Pattern.compile("```.*?```|`[^`\\n]+`", Pattern.DOTALL)
                    .matcher(text)
                    .results()
                    .flatMap(code -> Arrays.stream(code.group().split("\\W+")))
                    .forEach(words::add);
        }
        return words;
    }

    /** Names of public types of a package and of what is public or protected in them. */
    private static Set<String> members(Class<?> one) throws Exception {
        Path classes =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path folder = classes.resolve(one.getPackageName().replace('.', '/'));
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.startsWith("package-info"))
                    .map(file -> one.getPackageName() + "." + file.replace(".class", ""))
                    .toList();
        }
        Set<String> members = new TreeSet<>();
        for (String name : names) {
            Class<?> type = Class.forName(name);
            if (Modifier.isPublic(type.getModifiers()) && !NOT_FOR_AUTHORS.contains(type.getSimpleName())) {
                addOpen(type, members);
            }
        }
        return members;
    }

    private static void addOpen(Class<?> type, Set<String> members) {
        members.add(type.getSimpleName());
        members.addAll(open(type.getDeclaredMethods()));
        members.addAll(open(type.getDeclaredFields()));
    }

    /** Types of its package that an author comes to, beginning with one. */
    private static void reach(Class<?> type, Set<Class<?>> reached) {
        if (type.getPackage() != BotStrategy.class.getPackage() || !reached.add(type)) {
            return;
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isOpen(method)) {
                reach(method.getReturnType(), reached);
                Arrays.stream(method.getParameterTypes()).forEach(given -> reach(given, reached));
            }
        }
        if (type.isRecord()) {
            Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .filter(ParameterizedType.class::isInstance)
                    .flatMap(generic -> Arrays.stream(((ParameterizedType) generic).getActualTypeArguments()))
                    .filter(Class.class::isInstance)
                    .forEach(inner -> reach((Class<?>) inner, reached));
        }
    }

    private static boolean isOpen(Member member) {
        return !member.isSynthetic()
                && (Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()));
    }

    private static Set<String> open(Member[] members) {
        return Arrays.stream(members)
                .filter(member -> isOpen(member) && !NOT_FOR_AUTHORS.contains(member.getName()))
                .map(Member::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
