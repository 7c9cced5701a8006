package futures.wire.data;

import java.util.List;

/**
 * Which of the proposed repairs are meant; one of the two.
 *
 * @param apply ids of proposals
 * @param kinds all proposals that are of one of these kinds
 */
public record RepairRequest(List<String> apply, List<String> kinds) {}
