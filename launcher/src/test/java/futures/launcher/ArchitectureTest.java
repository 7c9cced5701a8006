package futures.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The directions in which modules may depend on each other, over everything that goes into the jar. */
class ArchitectureTest {
    /** Root package of each module, and the modules of ours it may use. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", List.of()),
            Map.entry("analytics", List.of("model")),
            Map.entry("strategy", List.of("model", "analytics")),
            Map.entry("wire", List.of()),
            Map.entry("kit", List.of()),
            Map.entry("marketdata", List.of("kit", "model")),
            Map.entry("engine", List.of("model", "analytics", "strategy")),
            Map.entry("javascript", List.of("model", "analytics", "strategy")),
            Map.entry("strategies", List.of("model", "analytics", "strategy")),
            Map.entry("data", List.of("kit", "wire", "model", "analytics")),
            Map.entry("risk", List.of("kit", "wire", "model", "analytics")),
            Map.entry("ml", List.of("kit", "wire", "model", "analytics", "marketdata")),
            Map.entry("portfolio", List.of("kit", "wire", "model", "analytics")),
            Map.entry(
                    "backtest",
                    List.of("kit", "wire", "model", "analytics", "marketdata", "strategy", "engine", "javascript")),
            Map.entry("launcher", List.of("kit", "wire", "strategy")));

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("futures");

    @TestFactory
    Stream<DynamicTest> modulesUseOnlyWhatIsBelowThem() {
        return MAY_USE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> check(entry.getKey(), entry.getValue())));
    }

    private static void check(String module, List<String> allowed) {
        assertTrue(ALL.stream().anyMatch(type -> inside(type, module)), "no class of it is on the class path");
        noClasses()
                .that()
                .resideInAPackage("futures." + module + "..")
                .should()
                .dependOnClassesThat(describe(
                        "are in another module of ours than " + allowed,
                        type -> type.getPackageName().startsWith("futures.")
                                && !inside(type, module)
                                && allowed.stream().noneMatch(name -> inside(type, name))))
                .check(ALL);
    }

    private static boolean inside(JavaClass type, String module) {
        return (type.getPackageName() + ".").startsWith("futures." + module + ".");
    }

    @Test
    void everyClassBelongsToAModule() {
        assertTrue(
                ALL.stream().allMatch(type -> MAY_USE.keySet().stream().anyMatch(module -> inside(type, module))),
                () -> ALL.stream()
                        .filter(type -> MAY_USE.keySet().stream().noneMatch(module -> inside(type, module)))
                        .toList()
                        .toString());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("futures.(**)").should().beFreeOfCycles().check(ALL);
    }

    /** The same input gives the same result only where nobody asks what time it is, or throws dice without a seed. */
    @Test
    void onlyServicesAndTheLauncherKnowTheTime() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "futures.model..",
                        "futures.analytics..",
                        "futures.strategy..",
                        "futures.strategies..",
                        "futures.engine..",
                        "futures.wire..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .check(ALL);
    }

    @Test
    void namesThatBecomeDrawersAreNotUsed() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..helper..", "..misc..", "..impl..", "..core..", "..dto..")
                .check(ALL);
    }
}
