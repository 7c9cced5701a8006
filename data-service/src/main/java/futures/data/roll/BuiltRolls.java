package futures.data.roll;

import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.roll.RollBuild;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A calendar as its plan and the store make it.
 *
 * @param first    front contract before the first roll
 * @param inputs   hash of all that it was built from
 * @param builtAt  epoch milliseconds; 0 when it is not kept yet
 */
public record BuiltRolls(
        RollPlan plan, String first, List<Roll> rolls, List<String> warnings, String inputs, long builtAt) {
    private static final int DIGITS = 16;

    public BuiltRolls {
        rolls = List.copyOf(rolls);
        warnings = List.copyOf(warnings);
    }

    public String provenance() {
        if (plan.edited().isEmpty()) {
            return "by rule: " + plan.rule();
        }
        return plan.goesOn() ? "edited, then by rule: " + plan.rule() : "edited";
    }

    /** @param now epoch milliseconds */
    public BuiltRolls kept(long now) {
        return new BuiltRolls(plan, first, rolls, warnings, inputs, now);
    }

    RollBuild front() {
        return new RollBuild(first, new RollCalendar(rolls, provenance()), Long.MAX_VALUE, warnings);
    }

    /** The same for the same rolls, wherever and whenever they were built, and another one for others. */
    public String revision() {
        StringBuilder text = new StringBuilder(plan.root() + '|' + plan.kind() + '|' + first);
        for (Roll roll : rolls) {
            text.append('|')
                    .append(roll.time())
                    .append(' ')
                    .append(roll.from())
                    .append(' ')
                    .append(roll.to());
            text.append(' ').append(roll.oldPrice().stripTrailingZeros().toPlainString());
            text.append(' ').append(roll.newPrice().stripTrailingZeros().toPlainString());
        }
        return hash(text.toString());
    }

    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
