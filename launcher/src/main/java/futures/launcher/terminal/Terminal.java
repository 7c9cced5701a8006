package futures.launcher.terminal;

import java.io.Console;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes lines, in colour where the reader is a person and does not mind ({@code NO_COLOR}). Safe for many threads. */
public final class Terminal {
    /** Meanings that have a colour. */
    public enum Tone {
        GOOD,
        WARN,
        BAD,
        DIM,
        BOLD,
        PLAIN;

        /** Parameter of the terminal's colour command; empty for none. */
        private String code() {
            return switch (this) {
                case GOOD -> "32";
                case WARN -> "33";
                case BAD -> "31";
                case DIM -> "2";
                case BOLD -> "1";
                case PLAIN -> "";
            };
        }
    }

    private static final List<String> NAME_COLOURS = List.of("36", "35", "34", "33", "32", "96", "95");
    private static final int NAME_WIDTH = 9;

    private final PrintStream out;
    private final boolean colour;
    private final boolean unicode;
    private final Map<String, String> nameColours = new java.util.HashMap<>();

    public Terminal(PrintStream out, boolean colour, boolean unicode) {
        this.out = out;
        this.colour = colour;
        this.unicode = unicode;
    }

    /** Standard output. */
    public static Terminal standard() {
        boolean colour = isTerminal() && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        String encoding = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        return new Terminal(new PrintStream(System.out, true, charset), colour, charset.equals(StandardCharsets.UTF_8));
    }

    /** Since JDK 22 a console is there without a terminal too, and has a method to ask; before that it proves one. */
    @SuppressWarnings("SystemConsoleNull") // the newer method is asked below, where there is one
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method ask = Console.class.getMethod("isTerminal");
            return (boolean) ask.invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    public void say(String text) {
        say(Tone.PLAIN, text);
    }

    public synchronized void say(Tone tone, String text) {
        out.println(paint(tone, text));
        out.flush();
    }

    /** A line of a child, behind its name. */
    public synchronized void child(String name, Tone tone, String line) {
        String bar = unicode ? "│" : "|";
        out.println(name(name) + " " + paint(Tone.DIM, bar) + " " + paint(tone, line));
        out.flush();
    }

    /** Step marks: done, went wrong, waiting. */
    public String mark(Tone tone) {
        String sign = switch (tone) {
            case GOOD -> unicode ? "✓" : "+";
            case BAD -> unicode ? "✗" : "x";
            case WARN -> "!";
            default -> unicode ? "·" : ".";
        };
        return paint(tone, sign);
    }

    public String name(String name) {
        String padded = name + " ".repeat(Math.max(0, NAME_WIDTH - name.length()));
        if (!colour) {
            return padded;
        }
        String code =
                nameColours.computeIfAbsent(name, unseen -> NAME_COLOURS.get(nameColours.size() % NAME_COLOURS.size()));
        return "\u001b[" + code + "m" + padded + "\u001b[0m";
    }

    public String paint(Tone tone, String text) {
        return colour && !tone.code().isEmpty() ? "\u001b[" + tone.code() + "m" + text + "\u001b[0m" : text;
    }
}
