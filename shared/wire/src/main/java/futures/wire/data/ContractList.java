package futures.wire.data;

import java.util.List;

/** All contract specs, by symbol. */
public record ContractList(List<ContractMessage> contracts) {}
