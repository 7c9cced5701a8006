package futures.backtest.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.wire.backtest.RiskLimits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks the risk service which limits a run would have. */
public final class RiskServiceLimits implements LimitSource {
    private static final String PATH = "/api/risk/limits/run";
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Pattern FORM = Pattern.compile("all|portfolio ([1-9][0-9]{0,17})");

    private final ServiceClient risk;

    public RiskServiceLimits(ServiceClient risk) {
        this.risk = risk;
    }

    @Override
    public RiskLimits of(String limitsOf, String strategy, String symbol) {
        Matcher named = FORM.matcher(limitsOf);
        if (!named.matches()) {
            throw Problem.unprocessable("'limits_of' must be 'all' or 'portfolio N', found '" + limitsOf + "'.")
                    .field("limits_of", limitsOf, "must be 'all' or 'portfolio N'");
        }
        StringJoiner path = new StringJoiner("&", PATH + "?", "").setEmptyValue(PATH);
        add(path, "portfolio_id", named.group(1));
        add(path, "strategy_name", strategy);
        add(path, "symbol", symbol);
        JsonNode answer = risk.get(path.toString(), LONGEST);
        try {
            return Json.mapper().treeToValue(answer.path("limits"), RiskLimits.class);
        } catch (JsonProcessingException e) {
            throw Problem.unavailable("The risk service answered limits that this version does not know.");
        }
    }

    private static void add(StringJoiner path, String name, String value) {
        if (value != null) {
            path.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
