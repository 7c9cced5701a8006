package futures.wire.risk.prop;

/**
 * One rule in words.
 *
 * @param account evaluation, funded, or both
 */
public record PropRule(String account, String rule, String text) {}
