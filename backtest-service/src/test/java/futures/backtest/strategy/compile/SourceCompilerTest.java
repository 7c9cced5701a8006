package futures.backtest.strategy.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.wire.backtest.StrategyError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file may hold, whatever package it is in. */
class SourceCompilerTest {
    /** Several types, one of them in lower case, and what Java 17 has; which {@code getAsInt()} counts together. */
    private static final String SOURCE = """
            import java.util.*;
            import java.util.function.*;
            import futures.model.Side;

            public final class Many implements IntSupplier {
                private record Pair<A, B extends Comparable<B>>(A one, B two) {}
                private static class Inner { class Deeper { int seven() { return 7; } } }
                enum Word { ONE, TWO { @Override int worth() { return 2; } }; int worth() { return 1; } }

                @Override
                public int getAsInt() {
                    Object pair = new Pair<>("x", 3);
                    int sum = pair instanceof Pair<?, ?> p && p.two() instanceof Integer i ? i : 0;
                    sum += switch (Word.valueOf("TWO")) { case ONE -> 0; case TWO -> { int x = Word.TWO.worth(); yield x; } };
                    sum += new Inner().new Deeper().seven();
                    var text = ""\"
                            four
                            ""\";
                    sum += text.strip().length();
                    sum += new helper().five() + new Shape.Square(3).area();
                    Supplier<Integer> later = () -> Side.LONG.sign() + new Object() { int nine() { return 9; } }.nine();
                    return sum + later.get() + List.of(1, 2, 3, 4, 5).stream().mapToInt(Integer::intValue).sum();
                }
            }

            class helper { int five() { return 5; } }

            sealed interface Shape permits Shape.Square {
                int area();
                record Square(int side) implements Shape { public int area() { return side * side; } }
            }
            """;

    private static Object made(String type, Compiled compiled) throws ReflectiveOperationException {
        ClassLoader parent = SourceCompilerTest.class.getClassLoader();
        Object many = new MemoryLoader(compiled.classes(), Map.of(), parent)
                .loadClass(type)
                .getConstructor()
                .newInstance();
        return ((java.util.function.IntSupplier) many).getAsInt();
    }

    private static Compiled compiled(String source) {
        return SourceCompiler.compile("Many.java", source, SourceCompilerTest.class.getClassLoader());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mine", "my.own.strategies", "futures.mine", "Mine"})
    void severalTypesInAPackageOrInNone(String name) throws Exception {
        Compiled compiled = compiled((name.isEmpty() ? "" : "package " + name + ";\n") + SOURCE);
        assertEquals(List.of(), compiled.errors());
        String prefix = name.isEmpty() ? "" : name + ".";
        assertEquals(
                Set.of(
                        prefix + "Many",
                        prefix + "Many$Pair",
                        prefix + "Many$Inner",
                        prefix + "Many$Inner$Deeper",
                        prefix + "Many$Word",
                        prefix + "Many$Word$1",
                        prefix + "Many$1",
                        prefix + "helper",
                        prefix + "Shape",
                        prefix + "Shape$Square"),
                compiled.classes().keySet());
        assertEquals(3 + 2 + 7 + 4 + 5 + 9 + 1 + 9 + 15, made(prefix + "Many", compiled));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package mine; class Many { java.util.Lost x; }",
                "package mine; class Many { futures.model.Lost x; }",
                "package mine; class Many { Lost x; }",
                "package mine; class Many { mine.Lost x; }",
                "package mine; import futures.model.Lost; class Many {}",
                "package mine; import static java.lang.Math.lost; class Many {}",
            })
    void whatIsNotThereIsSaid(String source) {
        List<StrategyError> errors = compiled(source).errors();
        assertEquals(1, errors.size(), errors::toString);
        assertEquals(1, errors.get(0).line());
    }

    @Test
    void aTypeTwiceIsSaid() {
        List<StrategyError> errors =
                compiled("package mine;\nclass Many {}\nclass Many {}").errors();
        assertEquals(3, errors.get(0).line(), errors::toString);
    }
}
