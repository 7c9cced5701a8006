package futures.wire.data;

import java.util.List;

/** Rolls as a user sets them; the trading day and the spread follow from the rest and may be left out. */
public record RollsUpload(List<RollsAnswer.RollRow> rolls) {}
