package futures.backtest.strategy.compile;

import futures.wire.backtest.StrategyError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.core.compiler.IProblem;
import org.eclipse.jdt.internal.compiler.ClassFile;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.batch.CompilationUnit;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileConstants;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.parser.Parser;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.eclipse.jdt.internal.compiler.problem.ProblemReporter;

/** Compiles one file of Java 17 by Eclipse's compiler. */
public final class SourceCompiler {
    private static final int MOST_ERRORS = 20;
    private static final int LONGEST_TEXT = 200;

    private SourceCompiler() {}

    /**
     * Several classes may be in the file, in a package or in none.
     *
     * @param file name with its ending, which must be that of the public class
     * @param against loader whose classes the source may use
     */
    public static Compiled compile(String file, String source, ClassLoader against) {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        List<StrategyError> errors = new ArrayList<>();
        CompilationUnit unit = new CompilationUnit(source.toCharArray(), file, "UTF-8");
        Compiler compiler = new Compiler(
                new RunningClasses(against, declared(unit)),
                DefaultErrorHandlingPolicies.proceedWithAllProblems(),
                options(),
                result -> take(result, file, source, classes, errors),
                new DefaultProblemFactory(Locale.ROOT));
        compiler.compile(new ICompilationUnit[] {unit});
        errors.sort(Comparator.comparing(StrategyError::line, Comparator.nullsLast(Comparator.naturalOrder())));
        List<StrategyError> first = List.copyOf(errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
        return new Compiled(first.isEmpty() ? Map.copyOf(classes) : Map.of(), first);
    }

    /** Names with {@code /} of the types of a file, without those inside others. */
    private static Set<String> declared(ICompilationUnit unit) {
        Parser parser = new Parser(
                new ProblemReporter(
                        DefaultErrorHandlingPolicies.proceedWithAllProblems(),
                        options(),
                        new DefaultProblemFactory(Locale.ROOT)),
                false);
        CompilationUnitDeclaration parsed = parser.dietParse(unit, new CompilationResult(unit, 0, 1, MOST_ERRORS));
        String inside = parsed.currentPackage == null
                ? ""
                : CharOperation.toString(parsed.currentPackage.tokens).replace('.', '/') + "/";
        return parsed.types == null
                ? Set.of()
                : Stream.of(parsed.types)
                        .map(type -> inside + new String(type.name))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static CompilerOptions options() {
        CompilerOptions options = new CompilerOptions();
        options.complianceLevel = ClassFileConstants.JDK17;
        options.sourceLevel = ClassFileConstants.JDK17;
        options.targetJDK = ClassFileConstants.JDK17;
        options.produceDebugAttributes =
                ClassFileConstants.ATTR_SOURCE | ClassFileConstants.ATTR_LINES | ClassFileConstants.ATTR_VARS;
        options.processAnnotations = false;
        return options;
    }

    private static void take(
            CompilationResult result,
            String file,
            String source,
            Map<String, byte[]> classes,
            List<StrategyError> errors) {
        if (result.hasErrors()) {
            for (CategorizedProblem problem : result.getErrors()) {
                errors.add(error(problem, file, source, result));
            }
        }
        for (ClassFile made : result.getClassFiles()) {
            classes.put(new String(made.fileName()).replace('/', '.'), made.getBytes());
        }
    }

    private static StrategyError error(
            CategorizedProblem problem, String file, String source, CompilationResult result) {
        int start = problem.getSourceStart();
        int end = Math.min(problem.getSourceEnd() + 1, source.length());
        String text = start < 0 || start >= end ? null : firstLine(source.substring(start, end));
        int[] lines = result.getLineSeparatorPositions();
        int line = problem.getSourceLineNumber();
        Integer column = null;
        if (start >= 0 && line >= 1 && lines != null) {
            column = start - (line >= 2 ? lines[Math.min(line - 2, lines.length - 1)] + 1 : 0) + 1;
        }
        // Any unknown name passes for a package, see RunningClasses.
        String message = problem.getID() == IProblem.CannotImportPackage
                ? "The import " + text + " cannot be resolved"
                : problem.getMessage();
        return new StrategyError(file, line < 1 ? null : line, column, text, message);
    }

    private static String firstLine(String text) {
        String line = text.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }
}
