package futures.wire.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A portfolio beside a backtest, round trip by round trip. Money is in the account currency; what the portfolio did worse is
 * negative.
 *
 * @param from            entries from here on were looked at, on both sides
 * @param to              inclusive
 * @param windowSeconds   how far entries of a pair may be apart
 * @param backtestTrades  round trips of the backtest in that time
 * @param portfolioTrades round trips of the portfolio in that time
 * @param matched         pairs; one round trip may be in several, by its contracts
 * @param missed          round trips of the backtest without any match
 * @param extra           round trips of the portfolio without any match
 * @param difference      {@code portfolioNet - backtestNet}, and the sum of the parts, to the cent
 * @param pairs           by entry time, the first of them up to the limit
 * @param missedTrades    the first of them up to the limit; so are the extra ones
 * @param notes           what the figures do not cover
 */
public record Reconciliation(
        long portfolioId,
        String backtestId,
        Instant from,
        Instant to,
        int windowSeconds,
        int backtestTrades,
        int portfolioTrades,
        int matched,
        int missed,
        int extra,
        BigDecimal backtestNet,
        BigDecimal portfolioNet,
        BigDecimal difference,
        DifferenceParts parts,
        List<ReconciledPair> pairs,
        List<UnmatchedTrade> missedTrades,
        List<UnmatchedTrade> extraTrades,
        List<String> notes) {}
