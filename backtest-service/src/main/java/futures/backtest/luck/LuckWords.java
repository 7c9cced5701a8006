package futures.backtest.luck;

import futures.wire.backtest.Luck;
import java.util.ArrayList;
import java.util.List;

/** Puts a verdict into sentences. */
final class LuckWords {
    private final Luck luck;

    private LuckWords(Luck luck) {
        this.luck = luck;
    }

    /** The same with its words. */
    static Luck with(Luck luck) {
        LuckWords words = new LuckWords(luck);
        return luck.saying(words.summary(), words.sentences());
    }

    private String summary() {
        return switch (luck.verdict()) {
            case "unknown" -> "Nothing can be said: " + luck.undefined().get("dsr") + ".";
            case "beyond_luck" ->
                "Luck does not explain it: the chance that the true Sharpe ratio is no better than what"
                        + " luck shows in " + tries() + " is " + percent(luck.chanceOfLuck()) + ".";
            case "doubtful" ->
                "The figures are beyond luck, but choosing is not: what was best in one half of the days was no"
                        + " better than the median in the other in " + percent(luck.pbo())
                        + " of the ways to halve them.";
            default ->
                "This can be luck: the chance that the true Sharpe ratio is no better than what luck shows in "
                        + tries() + " is " + percent(luck.chanceOfLuck()) + ".";
        };
    }

    private String tries() {
        return luck.trials() == 1 ? "one try" : "%,d tries".formatted(luck.trials());
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (luck.verdict().equals("unknown")) {
            return sentences;
        }
        sentences.add(
                luck.trials() == 1
                        ? "It is the only try that was counted, so luck had one chance; its Sharpe ratio is %.2f."
                                .formatted(luck.sharpe())
                        : "The best of %s without any merit would show a Sharpe ratio of %.2f; this one has %.2f."
                                .formatted(tries(), luck.luckSharpe(), luck.sharpe()));
        if (luck.spaP() != null) {
            sentences.add(
                    "Were none of the %,d combinations any good, the best would look as good as this in %s of cases (SPA),"
                                    .formatted(luck.strategies(), percent(luck.spaP()))
                            + (luck.spaP() <= LuckVerdict.MOST_SPA_P
                                    ? " which is rare enough."
                                    : " which is not rare enough."));
        }
        if (luck.pbo() != null) {
            sentences.add("The best in one half of the days was no better than the median in the other half in "
                    + percent(luck.pbo()) + " of the ways to halve them (PBO)"
                    + (luck.pbo() <= LuckVerdict.MOST_PBO ? "." : ": the choice does not carry over."));
        }
        if (!luck.verdict().equals("beyond_luck")) {
            sentences.add(convincing());
        }
        return List.copyOf(sentences);
    }

    private String convincing() {
        String fresh = luck.freshDays() == null
                ? "Only a better Sharpe ratio would: this one does not exceed 0."
                : "%,d trading days that had no part in the choice, at the same Sharpe ratio, would convince by themselves."
                        .formatted(luck.freshDays());
        if (luck.moreDays() != null && luck.moreDays() > 0) {
            return "%,d more trading days at this Sharpe ratio would bring the deflated Sharpe ratio to 0.95. "
                            .formatted(luck.moreDays())
                    + fresh;
        }
        return luck.minTrackRecordDays() == null && luck.freshDays() != null
                ? "More of the same days would not convince, for luck shows as much in so many tries. " + fresh
                : fresh;
    }

    private static String percent(double share) {
        return share > 0 && share < 0.001 ? "less than 0.1 %" : "%.1f %%".formatted(share * 100);
    }
}
