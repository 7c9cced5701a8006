package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.FillRule;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds docs/fills.md to the tests and to the code: no sentence without a test, no test or rule without a sentence. */
class FillsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "fills.md");
    private static final Pattern CLASS_OF_SECTION = Pattern.compile("Tests are in\\s+`(\\w+)`");
    private static final Pattern SENTENCE = Pattern.compile("(?m)^(\\d+)\\. (.*(?:\\R {3,}.*)*)");
    private static final Pattern TEST_OF_SENTENCE = Pattern.compile("— `rule(\\d\\d)…`$");
    private static final Pattern RULE_NAME = Pattern.compile("`([A-Z]+(?:_[A-Z]+)*)`");
    private static final Pattern RULE_TEST = Pattern.compile("rule(\\d\\d)[A-Z]\\w*");

    private record Sentence(String testClass, String text) {}

    private static NavigableMap<Integer, Sentence> sentences() throws IOException {
        TreeMap<Integer, Sentence> sentences = new TreeMap<>();
        for (String section : Files.readString(PAGE).split("(?m)^## ")) {
            Matcher testClass = CLASS_OF_SECTION.matcher(section);
            String name = testClass.find() ? testClass.group(1) : null;
            Matcher sentence = SENTENCE.matcher(section);
            while (sentence.find()) {
                String text = sentence.group(2).replaceAll("\\s+", " ");
                Sentence before = sentences.put(Integer.parseInt(sentence.group(1)), new Sentence(name, text));
                assertEquals(null, before, () -> "two sentences have one number: " + before + " and " + text);
            }
        }
        return sentences;
    }

    /** {@code 07 FillRulesTest} for each test of rule 7 in that class. */
    private static Set<String> ruleTests() throws Exception {
        Path classes = Path.of(FillsPageTest.class.getResource(".").toURI());
        Set<String> tests = new TreeSet<>();
        try (Stream<Path> files = Files.list(classes)) {
            for (String file : files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith("Test.class"))
                    .toList()) {
                String name = file.substring(0, file.length() - ".class".length());
                for (Method method : Class.forName(FillsPageTest.class.getPackageName() + "." + name)
                        .getDeclaredMethods()) {
                    Matcher rule = RULE_TEST.matcher(method.getName());
                    if (rule.matches() && method.isAnnotationPresent(Test.class)) {
                        tests.add(rule.group(1) + " " + name);
                    }
                }
            }
        }
        return tests;
    }

    @Test
    void theSentencesAreNumberedWithoutAGap() throws Exception {
        NavigableMap<Integer, Sentence> sentences = sentences();
        List<Integer> expected =
                IntStream.rangeClosed(1, sentences.size()).boxed().toList();
        assertEquals(expected, List.copyOf(sentences.keySet()));
        assertTrue(sentences.size() >= 50, () -> "sentences found: " + sentences.size());
    }

    @Test
    void everySentenceHasItsTestInTheClassOfItsSectionAndEveryTestOfARuleItsSentence() throws Exception {
        Set<String> named = new TreeSet<>();
        sentences().forEach((number, sentence) -> {
            Matcher test = TEST_OF_SENTENCE.matcher(sentence.text());
            assertTrue(test.find(), () -> "sentence " + number + " names no test at its end: " + sentence.text());
            assertEquals(number, Integer.parseInt(test.group(1)), () -> "test of sentence " + number);
            named.add(test.group(1) + " " + sentence.testClass());
        });
        assertEquals(String.join("\n", named), String.join("\n", ruleTests()));
    }

    @Test
    void thePageAndTheCodeKnowTheSameRulesByTheSameNumbers() throws Exception {
        Set<String> onPage = RULE_NAME
                .matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> inCode =
                Arrays.stream(FillRule.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(inCode, onPage);
        NavigableMap<Integer, Sentence> sentences = sentences();
        for (FillRule rule : FillRule.values()) {
            Sentence sentence = sentences.get(rule.sentence());
            assertTrue(
                    sentence != null && sentence.text().contains("`" + rule + "`"),
                    () -> "sentence " + rule.sentence() + " does not name " + rule);
        }
    }
}
