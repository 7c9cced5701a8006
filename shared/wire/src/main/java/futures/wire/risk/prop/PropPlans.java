package futures.wire.risk.prop;

import java.util.List;

/**
 * Answer of {@code GET /api/risk/prop-firms}.
 *
 * @param file the file that they are read from
 */
public record PropPlans(String file, List<PropPlan> plans) {}
