package futures.wire.portfolio;

import java.util.List;

/** Positions that are not flat, by symbol. */
public record PositionList(List<Position> positions) {}
