package futures.kit.config;

import futures.kit.text.NearNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All settings of an installation, checked: {@code <home>/config/settings.yaml}, then environment variables
 * ({@code FUTURES_PORTS_DATA} for {@code ports.data}, {@code REDIS_URL} for {@code redis.url}), then {@code key=value}
 * overrides of the command line, each stronger than the one before. A key that none of them names has the default that
 * the commented file shows.
 */
public final class Settings {
    private static final Map<String, SettingKey> KEYS = SettingKey.ALL.stream()
            .collect(Collectors.toMap(SettingKey::name, key -> key, (a, b) -> a, LinkedHashMap::new));

    private final Path home;
    private final Map<String, Object> values;

    private Settings(Path home, Map<String, Object> values) {
        this.home = home;
        this.values = values;
    }

    /**
     * Reads and checks everything at once.
     *
     * @param home      directory of the installation; need not have a settings file
     * @param overrides {@code key=value} each
     * @throws ConfigException naming file, line, key, what was found and what is allowed
     */
    public static Settings load(Path home, Map<String, String> environment, List<String> overrides) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (SettingKey key : SettingKey.ALL) {
            values.put(key.name(), parse(key, key.defaultText(), "default"));
        }
        Path file = home.resolve("config").resolve("settings.yaml");
        if (Files.exists(file)) {
            readFile(file, values);
        }
        for (SettingKey key : SettingKey.ALL) {
            String value = environment.get(key.variable());
            if (value != null) {
                values.put(key.name(), parse(key, value, "environment variable " + key.variable()));
            }
        }
        overrides.forEach(override -> override(values, override));
        Settings settings = new Settings(home.toAbsolutePath().normalize(), values);
        settings.checkTogether();
        return settings;
    }

    /**
     * What {@link #all} of another process gave, and nothing else: no file, no environment.
     *
     * @throws ConfigException when it is no such list
     */
    public static Settings given(Path home, List<String> all) {
        Map<String, Object> values = new LinkedHashMap<>();
        all.forEach(one -> override(values, one));
        if (!values.keySet().equals(KEYS.keySet())) {
            throw new ConfigException("a process was given other settings than there are");
        }
        return new Settings(home.toAbsolutePath().normalize(), values);
    }

    private static void override(Map<String, Object> values, String override) {
        int equals = override.indexOf('=');
        if (equals < 1) {
            throw new ConfigException("--set " + override + ": write it as key=value, e.g. ports.data=9001");
        }
        SettingKey key = known(override.substring(0, equals), "--set " + override);
        values.put(key.name(), parse(key, override.substring(equals + 1), "--set"));
    }

    private static void readFile(Path file, Map<String, Object> values) {
        String yaml;
        try {
            yaml = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (YamlLines.Entry entry : YamlLines.read(file.toString(), yaml)) {
            String place = file + ":" + entry.line();
            SettingKey key = known(entry.key(), place);
            Integer before = seen.put(entry.key(), entry.line());
            if (before != null) {
                throw new ConfigException(place + ": '" + entry.key() + "' is already set in line " + before);
            }
            values.put(key.name(), parse(key, entry.text(), place));
        }
    }

    private static SettingKey known(String name, String place) {
        SettingKey key = KEYS.get(name);
        if (key == null) {
            throw new ConfigException(place + ": unknown key '" + name + "'" + NearNames.hint(name, KEYS.keySet()));
        }
        return key;
    }

    private static Object parse(SettingKey key, String text, String place) {
        try {
            return key.parser().apply(text.trim());
        } catch (RuntimeException e) {
            throw new ConfigException(place + ": " + key.name() + " is '" + text + "'; allowed: " + key.allowed());
        }
    }

    private void checkTogether() {
        if (!text("token").matches("[A-Za-z0-9._~-]*")) {
            throw new ConfigException("token may hold letters, digits and . _ ~ - only, since it travels in headers");
        }
        if (!isLoopback(text("bind")) && text("token").isBlank()) {
            throw new ConfigException("bind is '" + text("bind")
                    + "', which other machines can reach: set 'token' to a secret that requests must carry, or bind"
                    + " to 127.0.0.1");
        }
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.") || address.equals("localhost") || address.equals("::1");
    }

    /** Names of every key, in the order of the commented file. */
    public static List<String> keys() {
        return List.copyOf(KEYS.keySet());
    }

    /** Every key as {@code key=value}, the token too: to be handed to a process of ours, not shown. */
    public List<String> all() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + text(entry.getValue()))
                .toList();
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    /** The value as text, for showing it. */
    public String show(String key) {
        return String.valueOf(value(key));
    }

    /** Directory of the installation, absolute. */
    public Path home() {
        return home;
    }

    public String text(String key) {
        return (String) value(key);
    }

    public int integer(String key) {
        return (Integer) value(key);
    }

    public BigDecimal decimal(String key) {
        return (BigDecimal) value(key);
    }

    public ZoneId zone(String key) {
        return (ZoneId) value(key);
    }

    @SuppressWarnings("unchecked")
    public List<String> list(String key) {
        return (List<String>) value(key);
    }

    /** A directory or file, absolute; relative ones start at {@link #home()}. */
    public Path path(String key) {
        return home.resolve(text(key)).normalize();
    }

    /** Port of a service on this machine, by its name. */
    public int port(String service) {
        return integer("ports." + service);
    }

    private Object value(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no setting is called " + key);
        }
        return value;
    }
}
