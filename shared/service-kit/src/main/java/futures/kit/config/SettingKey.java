package futures.kit.config;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * One setting: its dotted name, its default, and how its text becomes a value.
 *
 * @param allowed what a value may be, for the message when it is something else
 * @param parser  text to value; throws any {@link RuntimeException} when the text is not allowed
 */
record SettingKey(String name, String defaultText, String allowed, Function<String, Object> parser) {

    static final List<SettingKey> ALL = List.of(
            text("bind", "127.0.0.1"),
            text("token", ""),
            list("allowed_hosts", ""),
            list("allowed_origins", ""),
            port("ports.dashboard", 8000),
            port("ports.data", 8001),
            port("ports.backtest", 8002),
            port("ports.risk", 8003),
            port("ports.ml", 8004),
            port("ports.portfolio", 8005),
            port("ports.redis", 8006),
            url("redis.url"),
            text("directories.data", "data"),
            text("directories.logs", "logs"),
            text("directories.models", "data/models"),
            text("directories.strategies", "strategies"),
            text("directories.imports", "data/imports"),
            choice("log.level", "info", "trace", "debug", "info", "warn", "error"),
            integer("log.file_mb", 10, 1, 1024),
            integer("log.files", 5, 1, 100),
            integer("backtest.threads", 0, 0, 256),
            integer("backtest.cached_bars", 5_000_000, 100_000, 500_000_000),
            decimal("defaults.initial_cash", "100000", "1", "1000000000000"),
            decimal("defaults.commission", "2.50", "0", "1000"),
            integer("defaults.slippage_ticks", 1, 0, 1000),
            zone("time_zone", "America/Chicago"),
            integer("limits.request_mb", 64, 1, 2048),
            integer("limits.upload_mb", 4096, 1, 1_048_576),
            integer("limits.result_rows", 1_000_000, 1000, 100_000_000),
            integer("limits.queued_jobs", 100, 1, 100_000),
            integer("limits.job_minutes", 60, 1, 100_000),
            integer("limits.verify_seconds", 600, 1, 1_000_000),
            integer("limits.verify_mb", 1024, 64, 1_048_576),
            integer("scripts.heap_mb", 512, 32, 65_536),
            integer("scripts.call_seconds", 5, 1, 3_600),
            integer("scripts.history_days", 10, 0, 3_650),
            integer("scripts.most_history_days", 400, 0, 3_650),
            integer("scripts.console_lines", 1_000, 1, 1_000_000),
            integer("scripts.console_file_mb", 64, 1, 10_240),
            integer("scripts.ready_processes", 1, 0, 1),
            integer("retention.backtest_days", 0, 0, 36_500),
            integer("retention.alert_days", 0, 0, 36_500));

    /** Name of the environment variable that overrides this setting. */
    String variable() {
        return name.equals("redis.url")
                ? "REDIS_URL"
                : "FUTURES_" + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }

    private static SettingKey text(String name, String defaultText) {
        return new SettingKey(name, defaultText, "text", value -> value);
    }

    private static SettingKey list(String name, String defaultText) {
        return new SettingKey(
                name,
                defaultText,
                "names separated by commas",
                value -> value.isBlank() ? List.of() : List.of(value.trim().split("\\s*,\\s*")));
    }

    private static SettingKey port(String name, int defaultPort) {
        return new SettingKey(
                name, Integer.toString(defaultPort), "a port from 1 to 65535, or 0 for any free one", value -> {
                    int port = Integer.parseInt(value);
                    return within(port, 0, 65_535);
                });
    }

    private static SettingKey integer(String name, int defaultValue, int least, int most) {
        return new SettingKey(
                name,
                Integer.toString(defaultValue),
                "a whole number from " + least + " to " + most,
                value -> within(Integer.parseInt(value.replace("_", "")), least, most));
    }

    private static SettingKey decimal(String name, String defaultText, String least, String most) {
        return new SettingKey(name, defaultText, "a number from " + least + " to " + most, value -> {
            BigDecimal number = new BigDecimal(value.replace("_", ""));
            if (number.compareTo(new BigDecimal(least)) < 0 || number.compareTo(new BigDecimal(most)) > 0) {
                throw new IllegalArgumentException(value);
            }
            return number;
        });
    }

    private static SettingKey choice(String name, String defaultText, String... choices) {
        return new SettingKey(name, defaultText, "one of " + String.join(", ", choices), value -> {
            String lower = value.toLowerCase(Locale.ROOT);
            if (!List.of(choices).contains(lower)) {
                throw new IllegalArgumentException(value);
            }
            return lower;
        });
    }

    private static SettingKey zone(String name, String defaultText) {
        return new SettingKey(name, defaultText, "a time zone such as America/Chicago", value -> {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(value, e);
            }
        });
    }

    private static SettingKey url(String name) {
        return new SettingKey(name, "", "empty, or an address such as redis://127.0.0.1:6379", value -> {
            if (!value.isEmpty()) {
                URI uri = URI.create(value);
                if (uri.getHost() == null || !List.of("redis", "rediss").contains(uri.getScheme())) {
                    throw new IllegalArgumentException(value);
                }
            }
            return value;
        });
    }

    private static Integer within(int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(Integer.toString(value));
        }
        return value;
    }
}
