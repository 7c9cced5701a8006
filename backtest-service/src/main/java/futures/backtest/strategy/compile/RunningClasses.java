package futures.backtest.strategy.compile;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;

/**
 * Shows the compiler exactly the classes that the running process has, by asking its class loader for class files: those of
 * the JDK's modules too, whatever the JDK, also where it is a runtime without a compiler.
 */
final class RunningClasses implements INameEnvironment {
    private final ClassLoader loader;
    private final Set<String> declared;
    private final Map<String, Boolean> packages = new ConcurrentHashMap<>();

    /** @param declared names with {@code /} of the types that are being compiled, which are no packages */
    RunningClasses(ClassLoader loader, Set<String> declared) {
        this.loader = loader;
        this.declared = declared;
    }

    @Override
    public NameEnvironmentAnswer findType(char[][] compoundTypeName) {
        return find(joined(compoundTypeName));
    }

    @Override
    public NameEnvironmentAnswer findType(char[] typeName, char[][] packageName) {
        String inside = joined(packageName);
        return find(inside.isEmpty() ? new String(typeName) : inside + "/" + new String(typeName));
    }

    private static String joined(char[][] parts) {
        return parts == null ? "" : Arrays.stream(parts).map(String::new).collect(Collectors.joining("/"));
    }

    private NameEnvironmentAnswer find(String name) {
        try (InputStream file = loader.getResourceAsStream(name + ".class")) {
            if (file == null) {
                return null;
            }
            return new NameEnvironmentAnswer(ClassFileReader.read(file.readAllBytes(), name + ".class", true), null);
        } catch (IOException | ClassFormatException e) {
            return null;
        }
    }

    /** A class loader does not know packages: whatever is no class may be one. A wrong guess only words an error otherwise. */
    @Override
    public boolean isPackage(char[][] parentPackageName, char[] packageName) {
        String inside = joined(parentPackageName);
        String name = inside.isEmpty() ? new String(packageName) : inside + "/" + new String(packageName);
        return !declared.contains(name)
                && packages.computeIfAbsent(name, unknown -> loader.getResource(unknown + ".class") == null);
    }

    @Override
    public void cleanup() {
        packages.clear();
    }
}
