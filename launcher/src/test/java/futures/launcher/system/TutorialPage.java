package futures.launcher.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page with commands. A block {@code sh} is run, a block whose first line is a comment with a path is saved there, and a block without a
 * language is what the {@code sh} block before it prints; {@code …} stands for anything.
 */
final class TutorialPage {
    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("^(?://|#) (strategies/\\S+)\\n");
    private static final String MARK = "@@ block ";
    private static final List<String> SERVICES =
            List.of("dashboard", "data", "backtest", "risk", "ml", "portfolio"); // on ports from 8000 on

    private final StringBuilder script = new StringBuilder("set -eu\n");
    private final List<String> shown = new ArrayList<>();

    private TutorialPage() {}

    static TutorialPage read(Path page) throws IOException {
        TutorialPage read = new TutorialPage();
        Matcher block = BLOCK.matcher(Files.readString(page));
        boolean said = true;
        while (block.find()) {
            String text = block.group(2);
            Matcher file = FILE.matcher(text);
            if (block.group(1).equals("sh")) {
                assertTrue(said, "a command without what it prints");
                read.script.append("echo '").append(MARK).append("'\n").append(text);
                said = false;
            } else if (block.group(1).isEmpty()) {
                read.shown.add(text);
                said = true;
            } else if (file.find()) {
                read.script
                        .append("cat > ")
                        .append(file.group(1))
                        .append(" <<'@@ end'\n")
                        .append(text)
                        .append("@@ end\n");
            }
        }
        assertTrue(said && read.shown.size() > 1, () -> page + " shows " + read.shown.size() + " outputs");
        return read;
    }

    /** Saves the files that a page shows. */
    static void save(String page, Path folder) throws IOException {
        Matcher block = BLOCK.matcher(page);
        while (block.find()) {
            Matcher file = FILE.matcher(block.group(2));
            if (file.find()) {
                Files.writeString(folder.resolve(file.group(1)), block.group(2));
            }
        }
    }

    /** By block of commands. */
    List<String> shown() {
        return shown;
    }

    /** What the blocks of commands print, one after the other in one shell. */
    List<String> run(Path folder, Function<String, URI> addresses) throws IOException, InterruptedException {
        Path output = folder.resolve("tutorial.txt");
        Process shell = new ProcessBuilder("bash", "-c", addressed(addresses))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!shell.waitFor(3, TimeUnit.MINUTES)) {
            shell.destroyForcibly();
        }
        String printed = Files.readString(output);
        assertEquals(0, shell.waitFor(), printed);
        return List.of(printed.split(MARK + "\\n", -1)).subList(1, shown.size() + 1);
    }

    /** The standard ports may be taken. */
    private String addressed(Function<String, URI> addresses) {
        Matcher port = Pattern.compile("localhost:800(\\d)").matcher(script);
        return port.replaceAll(found ->
                addresses.apply(SERVICES.get(Integer.parseInt(found.group(1)))).getAuthority());
    }

    static boolean agree(String shown, String printed) {
        String pattern = List.of(shown.strip().split("…", -1)).stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("[^\\n]*"));
        // Lines of CSV end as RFC 4180 has it, which no terminal shows.
        return Pattern.matches(pattern, printed.replace("\r\n", "\n").strip());
    }
}
