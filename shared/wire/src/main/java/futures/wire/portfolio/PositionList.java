package futures.wire.portfolio;

import java.util.List;

/** Positions that are not flat, by symbol, and what they make of the account. */
public record PositionList(List<OpenPosition> positions, AccountFigures account) {}
