package futures.marketdata;

import futures.model.Adjustment;
import futures.model.ContinuousSymbol;
import futures.model.bars.Hours;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where things are to be had that belong to a series. Bars are asked for as they were traded: how they are adjusted is up to
 * whoever uses them.
 */
final class SeriesPath {
    private static final long ALL = 1_000_000_000L;

    private SeriesPath() {}

    static String bars(SeriesKey key) {
        return series(key) + "?format=arrow&order=asc&limit=" + ALL + range(key);
    }

    static String quality(SeriesKey key) {
        return series(key) + "/quality?summary=true" + range(key);
    }

    static String contract(String product) {
        return "/api/contracts/" + encode(product);
    }

    static String rolls(ContinuousSymbol series, RollChoice choice) {
        String root = "/api/rolls/" + series.root();
        return choice == null
                ? root + "?series=" + series.rolls() + "&position=" + series.position()
                : root + "?rule=" + choice.rule() + days("&days=", choice) + "&position=" + series.position();
    }

    private static String series(SeriesKey key) {
        return "/api/data/"
                + encode(key.continuous()
                        .map(series -> series.with(Adjustment.NONE).toString())
                        .orElse(key.symbol()));
    }

    private static String range(SeriesKey key) {
        StringBuilder path =
                new StringBuilder("&timeframe=").append(encode(key.form().name()));
        if (key.form().hours() != Hours.ALL) {
            path.append("&hours=").append(key.form().hours().text());
        }
        if (key.start() != null) {
            path.append("&start_date=").append(encode(key.start()));
        }
        if (key.end() != null) {
            path.append("&end_date=").append(encode(key.end()));
        }
        RollChoice choice = key.continuous().isPresent() ? key.rolls() : null;
        if (choice != null) {
            path.append("&roll_rule=").append(choice.rule()).append(days("&roll_days=", choice));
        }
        return path.toString();
    }

    private static String days(String parameter, RollChoice choice) {
        return choice.days() == null ? "" : parameter + choice.days();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
