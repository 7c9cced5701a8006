package futures.wire.data;

import java.util.List;

/**
 * Which repairs are taken back; one of the two.
 *
 * @param ids numbers of applied repairs
 * @param all every one that is in force
 */
public record UndoRequest(List<Long> ids, boolean all) {}
