package futures.marketdata;

/**
 * A rule by which contracts follow each other, in the words of the data service, in place of the calendar that it keeps.
 *
 * @param days null where the rule takes none
 */
public record RollChoice(String rule, Integer days) {
    @Override
    public String toString() {
        return days == null ? rule : rule + " " + days;
    }
}
