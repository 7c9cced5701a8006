package futures.engine.twin;

import java.math.BigDecimal;

/** What the account is worth, and the margin that is asked of it. */
interface NaiveAccount {
    /** Whether equity, with the asking position valued at a price, covers the initial margin of so many contracts. */
    boolean covers(int contracts, BigDecimal at);
}
