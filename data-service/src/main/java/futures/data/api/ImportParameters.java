package futures.data.api;

import futures.data.csv.Columns;
import futures.data.csv.DateForm;
import futures.data.csv.DialectException;
import futures.data.csv.DialectRequest;
import futures.data.csv.SourceFile;
import futures.data.csv.Stamps;
import futures.data.load.ContractFiles;
import futures.data.load.ImportPlan;
import futures.data.load.ImportPlanner;
import futures.data.sample.SampleData;
import futures.data.store.Adjustment;
import futures.data.store.OnConflict;
import futures.data.store.Provenance;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Route;
import futures.model.ContinuousSymbol;
import futures.model.FuturesContract;
import futures.model.Timeframe;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** What a request says about an import. */
final class ImportParameters {
    private final Store store;
    private final ZoneId standardZone;
    private final long mostBytes;

    ImportParameters(Store store, ZoneId standardZone, long mostBytes) {
        this.store = store;
        this.standardZone = standardZone;
        this.mostBytes = mostBytes;
    }

    /** Parameters of imports into one series. */
    static Route declare(Route route) {
        return declareRows(
                route.query("symbol", Param.text().required(), "series to import into, e.g. ES, ESZ24, MES"));
    }

    /** Parameters of all imports. */
    static Route declareRows(Route route) {
        return route.query("timeframe", Param.text(), "length of its bars, e.g. 1m; told from the rows when missing")
                .query(
                        "time_zone",
                        Param.text(),
                        "zone of local times, e.g. America/Chicago; the setting time_zone else")
                .query("stamps", Param.choice("open", "close").orElse("open"), "which end of a bar its time names")
                .query("product", Param.text(), "contract spec it trades by; told from the symbol when missing")
                .query(
                        "adjustment",
                        Param.choice("none", "difference", "ratio", "unknown").orElse("unknown"),
                        "how contract months were joined, kept as provenance")
                .query(
                        "on_error",
                        Param.choice("fail", "skip").orElse("fail"),
                        "fail: one bad row refuses everything; skip: import the good rows and report the bad ones")
                .query(
                        "on_conflict",
                        Param.choice("fail", "keep", "replace").orElse("fail"),
                        "when a bar is stored with other values: refuse everything, keep the stored one, or replace it")
                .query("dry_run", Param.flag().orElse(false), "do everything and store nothing");
    }

    /** Parameters of files alone. */
    static Route declareFile(Route route) {
        return route.query("separator", Param.choice(";", ",", "|", "tab"), "between fields; detected when missing")
                .query(
                        "date_format",
                        Param.choice("yyyy-MM-dd", "yyyyMMdd", "dd/MM/yyyy", "MM/dd/yyyy", "epoch"),
                        "detected when missing, as far as the dates decide it; any of / - . may separate")
                .query(
                        "columns",
                        Param.text(),
                        "in the order of the file, e.g. stamp,open,high,low,close,volume,open_interest or"
                                + " symbol,stamp,time,open,high,low,close; - skips one")
                .query(
                        "commit",
                        Param.choice("all", "file").orElse("all"),
                        "all: everything or nothing; file: each file for itself, and those imported by the same options"
                                + " before are passed over, so that an import that was cut off goes on where it was")
                .query("only", Param.text(), "rows whose symbol column says this, for files of several contracts");
    }

    ImportPlan plan(Request request, List<SourceFile> files, boolean isFile) {
        String symbol = symbol(request);
        String product = product(request, symbol);
        return plan(request, symbol, product, understand(request, product, files, isFile), isFile);
    }

    /**
     * One for each dated contract of a product that the names of the files say. Their dialects are understood together: what one file
     * leaves open, another may settle.
     */
    List<ImportPlan> contracts(Request request, List<SourceFile> files) {
        String root = store.contracts().get(request.text("root")).symbol();
        SortedMap<FuturesContract, List<SourceFile>> byContract = ContractFiles.of(root, files);
        List<ImportPlan.PlannedFile> planned = understand(request, root, files, true);
        List<ImportPlan> plans = new ArrayList<>();
        byContract.forEach((contract, own) -> plans.add(plan(
                request,
                contract.symbol(),
                root,
                planned.stream().filter(file -> own.contains(file.file())).toList(),
                true)));
        return plans;
    }

    private List<ImportPlan.PlannedFile> understand(
            Request request, String product, List<SourceFile> files, boolean isFile) {
        DialectRequest dialect = new DialectRequest(
                isFile && request.has("separator") ? separator(request.text("separator")) : null,
                isFile && request.has("columns") ? columns(request.text("columns")) : null,
                isFile
                        ? request.optional("date_format")
                                .flatMap(DateForm::parse)
                                .orElse(null)
                        : null,
                read(request, "time_zone", ZoneId::of, standardZone, "a zone such as America/Chicago"),
                choice(Stamps.class, request.text("stamps")),
                read(request, "timeframe", Timeframe::parse, null, "a timeframe such as 1m, 5m, 1h, 1d"),
                isFile ? request.text("only") : null,
                store.contracts().session(product));
        return ImportPlanner.understand(files, dialect, mostBytes);
    }

    private static ImportPlan plan(
            Request request, String symbol, String product, List<ImportPlan.PlannedFile> planned, boolean isFile) {
        return new ImportPlan(
                symbol,
                planned.get(0).dialect().timeframe(),
                new Provenance(product, "import", false, choice(Adjustment.class, request.text("adjustment"))),
                planned,
                request.text("on_error").equals("skip"),
                choice(OnConflict.class, request.text("on_conflict")),
                request.flag("dry_run"),
                isFile ? choice(ImportPlan.Commit.class, request.text("commit")) : ImportPlan.Commit.ALL);
    }

    private String symbol(Request request) {
        String given = request.text("symbol");
        String symbol = contract(given).orElse(given);
        if (!symbol.matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,31}")) {
            throw Problem.badRequest(
                            "'symbol' must be 1 to 32 letters, digits and . _ @ - such as ES, ESZ24, MES_continuous.")
                    .field("symbol", symbol, "no symbol");
        }
        if (ContinuousSymbol.parse(symbol).isPresent()) {
            throw Problem.unprocessable(
                            "'" + symbol + "' is made of dated contracts when it is asked for; import those, or give"
                                    + " a series that was joined elsewhere a name of its own, such as "
                                    + symbol.replaceAll("[^A-Za-z0-9]", "_") + ".")
                    .field("symbol", symbol, "reserved");
        }
        if (symbol.endsWith(SampleData.ENDING)) {
            throw Problem.unprocessable("Symbols that end in " + SampleData.ENDING
                            + " are made-up bars; import under another name.")
                    .field("symbol", symbol, "reserved");
        }
        return symbol;
    }

    /** A dated contract of a known product, as vendors spell it, under the one name that it has in the store. */
    private Optional<String> contract(String given) {
        FuturesContract.rootOfOpenDecade(given).filter(this::known).ifPresent(root -> {
            String upToYear = given.substring(0, given.length() - 1);
            String year = given.substring(given.length() - 1);
            throw Problem.unprocessable("'" + given + "' leaves the decade open; say " + upToYear + "2" + year + ", "
                            + upToYear + "1" + year + " or whichever it is.")
                    .field("symbol", given, "ambiguous year");
        });
        return FuturesContract.parse(given)
                .filter(contract -> known(contract.root()))
                .map(FuturesContract::symbol);
    }

    private boolean known(String root) {
        return store.contracts().spec(root).isPresent();
    }

    private String product(Request request, String symbol) {
        if (request.has("product")) {
            return store.contracts().get(request.text("product")).symbol();
        }
        return store.contracts().productOf(symbol).orElse(null);
    }

    private static Character separator(String text) {
        return text.equals("tab") ? '\t' : text.charAt(0);
    }

    private static Columns columns(String text) {
        try {
            return Columns.parse(text);
        } catch (DialectException e) {
            throw Problem.badRequest(e.getMessage() + ".").field("columns", text, e.getMessage());
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    private static <T> T read(Request request, String name, Function<String, T> parser, T standIn, String allowed) {
        if (!request.has(name)) {
            return standIn;
        }
        try {
            return parser.apply(request.text(name));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Problem.badRequest("'" + name + "' must be " + allowed + ".")
                    .field(name, request.text(name), "must be " + allowed);
        }
    }
}
