package futures.strategy;

import futures.model.ContractSpec;
import futures.model.Timeframe;
import java.util.Random;

/** What a strategy may ask for before the first bar: facts of the run and indicators. */
public interface Setup extends Indicators {
    ContractSpec contract();

    Timeframe timeframe();

    /** Randomness that the run's seed decides, so that the run can be repeated. */
    Random random();

    /** Volume profile with one row for each tick. */
    default ProfileLines volumeProfile() {
        return volumeProfile(contract().ticks());
    }
}
