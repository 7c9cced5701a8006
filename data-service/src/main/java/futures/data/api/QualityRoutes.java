package futures.data.api;

import futures.data.load.ImportFileTable;
import futures.data.quality.KeptGrades;
import futures.data.quality.QualityCheck;
import futures.data.source.BarHeader;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.ContractSpec;
import futures.model.TickGrid;
import futures.wire.data.QualityReport;
import futures.wire.data.QualityReport.Check;
import futures.wire.data.QualityReport.Imports;
import futures.wire.data.QualitySummary;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Optional;

/** How far stored bars can be trusted. */
public final class QualityRoutes {
    private final Store store;
    private final KeptGrades grades = new KeptGrades();

    public QualityRoutes(Store store) {
        this.store = store;
    }

    public void mount(Routes routes) {
        BarChoice.declare(routes.get("/api/data/{symbol}/quality"))
                .summary("How far the bars of a symbol can be trusted, with a grade from A to F")
                .description(
                        "Gaps against the exchange's calendar, bars while it was closed, bars that cannot be, prices at or"
                                + " below zero, spikes, prices off the tick grid, runs that repeat. The worst check decides the"
                                + " grade and is named. `imports` sums up what cannot be stored and imports saw: duplicates, rows"
                                + " out of order. `summary=true` gives the grade, its reason and the checks that are no A; it is"
                                + " kept, so that asking again costs nothing until the bars, the calendar or the tick size change.")
                .query("summary", Param.flag().orElse(false), "only the grade and what led to it")
                .answers(QualityReport.class)
                .handle(request -> request.flag("summary") ? summary(request) : report(request));
    }

    private QualitySummary summary(Request request) {
        Optional<QualitySummary> kept =
                store.database().snapshot(connection -> grades.find(key(BarChoice.of(connection, store, request))));
        return kept.isPresent() ? kept.get() : checked(request);
    }

    /** One at a time: those who want the same one wait for it. */
    private synchronized QualitySummary checked(Request request) {
        return store.database().snapshot(connection -> {
            BarChoice choice = BarChoice.of(connection, store, request);
            Optional<QualitySummary> kept = grades.find(key(choice));
            if (kept.isPresent()) {
                return kept.get();
            }
            QualitySummary found = summary(report(connection, choice, null), request);
            grades.keep(key(choice), found);
            return found;
        });
    }

    private static QualitySummary summary(QualityReport report, Request request) {
        return new QualitySummary(
                report.symbol(),
                report.timeframe(),
                report.product(),
                report.calendar(),
                report.revision(),
                report.bars(),
                report.first(),
                report.last(),
                report.grade(),
                report.reason(),
                report.checks().stream()
                        .filter(check -> check.grade() != null && !check.grade().equals("A"))
                        .sorted(Comparator.comparing(Check::grade).reversed())
                        .toList(),
                href(report, request));
    }

    private static String href(QualityReport report, Request request) {
        StringBuilder href = new StringBuilder("/api/data/" + encode(report.symbol()) + "/quality?timeframe=")
                .append(report.timeframe());
        for (String end : new String[] {"start_date", "end_date"}) {
            request.optional(end)
                    .ifPresent(value -> href.append('&').append(end).append('=').append(encode(value.toString())));
        }
        return href.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static KeptGrades.Key key(BarChoice choice) {
        BarHeader header = choice.source().header();
        return KeptGrades.Key.of(
                header.symbol(),
                header.timeframe().toString(),
                header.tag(),
                choice.from(),
                choice.to(),
                choice.calendar(),
                grid(choice));
    }

    private static TickGrid grid(BarChoice choice) {
        return choice.spec().map(ContractSpec::ticks).orElse(null);
    }

    private synchronized QualityReport report(Request request) {
        return store.database().snapshot(connection -> {
            BarChoice choice = BarChoice.of(connection, store, request);
            return report(
                    connection,
                    choice,
                    imports(connection, choice.source().header()).orElse(null));
        });
    }

    private static QualityReport report(Connection connection, BarChoice choice, Imports imports) throws SQLException {
        return QualityCheck.of(
                        connection,
                        choice.source(),
                        choice.newest(Long.MAX_VALUE),
                        choice.calendar(),
                        grid(choice),
                        imports)
                .orElseThrow(() -> Problem.unprocessable("There are no bars of '"
                                + choice.source().header().symbol()
                                + "' in this range; GET /api/data says from when to when there are.")
                        .field("start_date", null, "no bars"));
    }

    /** Of a stored series; bars that are made have not been imported. */
    private static Optional<Imports> imports(Connection connection, BarHeader header) throws SQLException {
        Optional<Series> stored = SeriesTable.find(connection, header.symbol(), header.timeframe());
        return stored.isPresent()
                ? ImportFileTable.sums(connection, stored.get().id())
                : Optional.empty();
    }
}
