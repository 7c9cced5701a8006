package futures.marketdata;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.model.ContinuousSymbol;
import futures.model.RollCalendar;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** Asks the data service for all that belongs to a series. What it says against it passes through. */
public final class SeriesClient {
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String ROLLS_REVISION = "X-Rolls-Revision";

    private final ServiceClient data;
    private final Advice advice;

    public SeriesClient(ServiceClient data, Advice advice) {
        this.data = data;
        this.advice = advice;
    }

    /**
     * Bars as they were traded, for continuous series those of the contracts one after the other.
     *
     * @param knownTag tag of the bars that the caller has; null when there are none
     * @return empty when those are still current
     * @throws Problem 422 when there are no bars in the range, 503 when they broke off on the way
     */
    public Optional<FetchedBars> bars(SeriesKey key, String knownTag) {
        ServiceClient.Tagged answer = data.stream(SeriesPath.bars(key), knownTag, LONGEST);
        if (answer.body() == null) {
            return Optional.empty();
        }
        try (InputStream in = answer.body()) {
            BarStream stream = BarStream.read(key, in);
            if (stream.bars().isEmpty()) {
                throw Problem.unprocessable("There are no bars of " + key.symbol() + " in " + key.form()
                                + " in that range" + advice.noBars() + ".")
                        .field("start_date", key.start(), "no bars between start and end");
            }
            return Optional.of(new FetchedBars(
                    stream.bars(),
                    answer.tag(),
                    key.contract() != null ? key.contract() : stream.product(),
                    answer.headers().firstValue(ROLLS_REVISION).orElse("")));
        } catch (IOException e) {
            throw Problem.unavailable("The bars of " + key.symbol() + " broke off on the way: " + e.getMessage());
        }
    }

    /**
     * The contract spec as it comes, for {@link ContractReader}.
     *
     * @param product of the bars that were fetched
     * @throws Problem 422 when that is not known
     */
    public JsonNode contract(SeriesKey key, String product) {
        if (product == null || product.isEmpty()) {
            throw Problem.unprocessable("It is not known which contract " + key.symbol()
                            + " is a price of; say so with 'contract', e.g. " + advice.contract() + ".")
                    .field("contract", null, "missing");
        }
        return data.get(SeriesPath.contract(product), LONGEST);
    }

    /**
     * The rolls by which bars were joined.
     *
     * @param key      of a continuous series
     * @param revision of the bars that were fetched
     * @throws Problem 503 when the data service joins by others by now
     */
    public RollCalendar rolls(SeriesKey key, String revision) {
        ContinuousSymbol series = key.continuous().orElseThrow();
        JsonNode calendar = data.get(SeriesPath.rolls(series, key.rolls()), LONGEST)
                .path("calendars")
                .path(0);
        if (!calendar.path("revision").asText().equals(revision)) {
            throw Problem.unavailable("The rolls of " + series + " changed while its bars were fetched; try again.");
        }
        return RollReader.calendar(calendar);
    }

    /** How far the bars can be trusted, in short, as it comes. */
    public JsonNode quality(SeriesKey key) {
        return data.get(SeriesPath.quality(key), LONGEST);
    }
}
