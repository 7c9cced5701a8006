package futures.data.contract;

import futures.kit.config.ConfigException;
import futures.kit.config.YamlLines;
import futures.kit.text.NearNames;
import futures.wire.data.ContractMessage;
import futures.wire.data.MarginRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads {@code config/contracts.yaml}: of the installation when it has one, else the copy that the program brings. */
public final class ContractsFile {
    private static final String PACKAGED = "/contracts.yaml";
    private static final List<String> KEYS = List.of(
            "name",
            "exchange",
            "currency",
            "quote",
            "tick_size",
            "point_value",
            "tick_value",
            "contract_size",
            "initial_margin",
            "maintenance_margin",
            "margin_date",
            "margin_source",
            "commission",
            "exchange_fees",
            "fees_date",
            "fees_source",
            "months",
            "active_months",
            "time_zone",
            "last_trade",
            "first_notice",
            "calendar",
            "opens",
            "closes",
            "regular_opens",
            "regular_closes",
            "notes");
    private static final Pattern MARGIN = Pattern.compile("margins\\[\\d+]");
    private static final List<String> MARGIN_KEYS = List.of("from", "initial", "maintenance", "day_trade");

    private ContractsFile() {}

    /** @throws ConfigException with file, line and key when something in it is wrong */
    public static List<ContractMessage> load(Path home) {
        Path file = home.resolve("config").resolve("contracts.yaml");
        try {
            if (Files.exists(file)) {
                return parse(file.toString(), Files.readString(file));
            }
            try (InputStream in = ContractsFile.class.getResourceAsStream(PACKAGED)) {
                return parse("contracts.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static List<ContractMessage> parse(String file, String yaml) {
        Map<String, Map<String, YamlLines.Entry>> products = new LinkedHashMap<>();
        for (YamlLines.Entry entry : YamlLines.read(file, yaml)) {
            String[] path = entry.key().split("\\.", 3);
            if (path.length != 3 || !path[0].equals("contracts")) {
                throw new ConfigException(file + ":" + entry.line() + ": '" + entry.key()
                        + "' stands where contracts.<symbol>.<key> is expected");
            }
            String[] ofRow = path[2].split("\\.", 2);
            boolean inRow = MARGIN.matcher(ofRow[0]).matches() && ofRow.length == 2;
            String key = inRow ? ofRow[1] : path[2];
            List<String> allowed = inRow ? MARGIN_KEYS : KEYS;
            if (!allowed.contains(key)) {
                throw new ConfigException(file + ":" + entry.line() + ": unknown key '" + key + "' of " + path[1]
                        + (inRow ? "." + ofRow[0] : "") + NearNames.hint(key, allowed));
            }
            products.computeIfAbsent(path[1], symbol -> new LinkedHashMap<>()).put(path[2], entry);
        }
        List<ContractMessage> contracts = new ArrayList<>();
        products.forEach((symbol, entries) -> contracts.add(contract(file, symbol, entries)));
        return contracts;
    }

    private static ContractMessage contract(String file, String symbol, Map<String, YamlLines.Entry> entries) {
        Fields fields = new Fields(file, symbol, entries);
        ContractMessage given = new ContractMessage(
                symbol,
                fields.text("name"),
                fields.text("exchange"),
                fields.text("currency"),
                fields.number("tick_size"),
                fields.number("point_value"),
                fields.number("tick_value"),
                fields.number("contract_size"),
                null,
                fields.text("quote"),
                fields.number("initial_margin"),
                fields.number("maintenance_margin"),
                fields.date("margin_date"),
                fields.text("margin_source"),
                fields.margins(),
                fields.number("commission"),
                fields.number("exchange_fees"),
                fields.date("fees_date"),
                fields.text("fees_source"),
                fields.text("months"),
                fields.text("active_months"),
                fields.text("time_zone"),
                fields.text("last_trade"),
                fields.text("first_notice"),
                fields.text("calendar"),
                fields.get("opens", LocalTime::parse, "a time such as 17:00"),
                fields.get("closes", LocalTime::parse, "a time such as 16:00"),
                fields.get("regular_opens", LocalTime::parse, "a time such as 08:30"),
                fields.get("regular_closes", LocalTime::parse, "a time such as 15:00"),
                fields.text("notes"));
        try {
            return ContractRules.complete(given);
        } catch (ContractRules.Violation e) {
            throw new ConfigException(fields.place(e.field()) + " " + e.getMessage());
        }
    }

    /** The entries of one product. */
    private record Fields(String file, String symbol, Map<String, YamlLines.Entry> entries) {
        String text(String key) {
            return get(key, text -> text, "text");
        }

        BigDecimal number(String key) {
            return get(key, BigDecimal::new, "a number");
        }

        LocalDate date(String key) {
            return get(key, LocalDate::parse, "a date such as 2025-04-01");
        }

        List<MarginRow> margins() {
            List<MarginRow> rows = new ArrayList<>();
            for (String row = "margins[0]"; has(row); row = "margins[" + rows.size() + "]") {
                rows.add(new MarginRow(
                        date(row + ".from"),
                        number(row + ".initial"),
                        number(row + ".maintenance"),
                        number(row + ".day_trade")));
            }
            return rows;
        }

        private boolean has(String row) {
            return entries.keySet().stream().anyMatch(key -> key.startsWith(row + "."));
        }

        <T> T get(String key, Function<String, T> parser, String allowed) {
            YamlLines.Entry entry = entries.get(key);
            if (entry == null) {
                return null;
            }
            try {
                return parser.apply(entry.text());
            } catch (RuntimeException e) {
                throw new ConfigException(place(key) + " is '" + entry.text() + "'; allowed: " + allowed);
            }
        }

        /** File, line and key; the line of its row's first key, or of the product's, when the key itself is missing. */
        String place(String key) {
            YamlLines.Entry entry = entries.get(key);
            if (entry == null) {
                String row = key.substring(0, key.lastIndexOf('.') + 1);
                entry = entries.values().stream()
                        .filter(one -> one.key().startsWith("contracts." + symbol + "." + row))
                        .findFirst()
                        .orElseThrow();
            }
            return file + ":" + entry.line() + ": " + symbol + "." + key;
        }
    }
}
