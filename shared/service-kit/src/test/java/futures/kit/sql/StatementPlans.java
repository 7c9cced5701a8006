package futures.kit.sql;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How SQLite would run every statement of a service. The statements are the texts in its compiled classes, so that none can be
 * forgotten, whichever route asks it.
 */
public final class StatementPlans {
    private static final Pattern STATEMENT = Pattern.compile("(SELECT|UPDATE|DELETE|WITH|INSERT) .*", Pattern.DOTALL);
    /** An insert of given values looks for nothing. */
    private static final Pattern VALUES = Pattern.compile("INSERT .*VALUES.*", Pattern.DOTALL);

    private static final Pattern SCAN = Pattern.compile("SCAN (?!CONSTANT ROW)(\\w+)( .*)?");
    private static final char HOLE = 1;

    private StatementPlans() {}

    /**
     * Every plan that walks over a whole table, as {@code Class: statement: plan}.
     *
     * @param ofService class of the service, whose module's classes are looked through
     * @param small     tables that may be walked over: as long as a list that is shown whole
     */
    public static List<String> fullScans(Class<?> ofService, Database database, Set<String> small) {
        List<String> found = new ArrayList<>();
        statements(ofService)
                .forEach((where, sql) -> database.read(connection -> {
                    for (String step : plan(connection, where, sql)) {
                        Matcher scan = SCAN.matcher(step);
                        if (scan.matches() && !small.contains(scan.group(1))) {
                            found.add(where + ": " + step);
                        }
                    }
                    return null;
                }));
        return found;
    }

    /** By class and text. */
    public static Map<String, String> statements(Class<?> ofService) {
        Path classes = Path.of(
                ofService.getProtectionDomain().getCodeSource().getLocation().getPath());
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                for (String text : texts(file)) {
                    if (STATEMENT.matcher(text).matches()
                            && !VALUES.matcher(text).matches()) {
                        found.put(classes.relativize(file) + ": " + text, text.replace(HOLE, '1'));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static List<String> plan(Connection connection, String where, String sql) {
        List<String> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (row.next()) {
                steps.add(row.getString("detail"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot explain " + where + ": " + e.getMessage(), e);
        }
        return steps;
    }

    /** The string constants of a class, by the layout of the constant pool (Java Virtual Machine Specification, 4.4). */
    private static List<String> texts(Path file) throws IOException {
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file));
                DataInputStream in = new DataInputStream(stream)) {
            in.skipNBytes(8);
            int count = in.readUnsignedShort();
            String[] utf8 = new String[count];
            List<Integer> strings = new ArrayList<>();
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> utf8[i] = in.readUTF();
                    case 8 -> strings.add(in.readUnsignedShort());
                    case 7, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++; // takes two places
                    }
                    default -> throw new IOException("unknown constant " + tag + " in " + file);
                }
            }
            return strings.stream().map(index -> utf8[index]).toList();
        }
    }
}
