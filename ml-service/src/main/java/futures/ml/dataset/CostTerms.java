package futures.ml.dataset;

import futures.model.ContractSpec;

/**
 * What a side of a trade costs where a request says nothing else.
 *
 * @param commission   money per contract and side, where the contract has none of its own
 * @param slippageTicks ticks per contract and side
 */
public record CostTerms(double commission, int slippageTicks) {
    /** Money of a round trip of one contract. */
    public double roundTrip(ContractSpec contract) {
        double broker = contract.commission() == null
                ? commission
                : contract.commission().doubleValue();
        double exchange =
                contract.exchangeFees() == null ? 0 : contract.exchangeFees().doubleValue();
        return 2 * (broker + exchange + slippageTicks * contract.tickValue().doubleValue());
    }
}
