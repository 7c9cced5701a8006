package futures.portfolio.allocation;

import futures.kit.http.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Daily profits of several results side by side: the trading days from where the last one begins to where the first one ends. */
final class Aligned {
    private final List<LocalDate> days;
    private final double[][] profits;
    private final double[] cash;
    private final int[] missing;
    private final int[] left;

    private Aligned(List<LocalDate> days, double[][] profits, double[] cash, int[] missing, int[] left) {
        this.days = days;
        this.profits = profits;
        this.cash = cash;
        this.missing = missing;
        this.left = left;
    }

    /**
     * @param drop whether a day that one of them lacks is left out; else it counts as a day without gain
     * @throws Problem 422 when they have too few days in common
     */
    static Aligned of(List<DailyProfits> results, List<String> names, boolean drop) {
        LocalDate from = LocalDate.MIN;
        LocalDate to = LocalDate.MAX;
        int last = 0;
        int first = 0;
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).days().firstKey().isAfter(from)) {
                from = results.get(i).days().firstKey();
                last = i;
            }
            if (results.get(i).days().lastKey().isBefore(to)) {
                to = results.get(i).days().lastKey();
                first = i;
            }
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        if (!from.isAfter(to)) {
            for (DailyProfits result : results) {
                days.addAll(result.days().subMap(from, true, to, true).keySet());
            }
        }
        if (drop) {
            results.forEach(result -> days.retainAll(result.days().keySet()));
        }
        if (days.size() < Intake.LEAST_WINDOW) {
            throw Problem.unprocessable("The results have " + days.size() + " trading days in common and need "
                            + Intake.LEAST_WINDOW + ": '" + names.get(last) + "' begins on " + from + ", '"
                            + names.get(first) + "' ends on " + to
                            + ". Leave one of them out or run it over other dates.")
                    .field("results[" + last + "]", names.get(last), "begins on " + from);
        }
        return filled(new ArrayList<>(days), results);
    }

    private static Aligned filled(List<LocalDate> days, List<DailyProfits> results) {
        int n = results.size();
        double[][] profits = new double[days.size()][n];
        double[] cash = new double[n];
        int[] missing = new int[n];
        int[] left = new int[n];
        for (int i = 0; i < n; i++) {
            cash[i] = results.get(i).initialCash().doubleValue();
            for (int t = 0; t < profits.length; t++) {
                Double profit = results.get(i).days().get(days.get(t));
                if (profit == null) {
                    missing[i]++;
                } else {
                    profits[t][i] = profit;
                }
            }
            left[i] = results.get(i).days().size() - (profits.length - missing[i]);
        }
        return new Aligned(days, profits, cash, missing, left);
    }

    List<LocalDate> days() {
        return days;
    }

    int results() {
        return cash.length;
    }

    double cash(int result) {
        return cash[result];
    }

    int missing(int result) {
        return missing[result];
    }

    /** Its days that are not used. */
    int left(int result) {
        return left[result];
    }

    /** Profits of the last so many days, money; a row for each. */
    double[][] profits(int lastDays) {
        double[][] rows = new double[lastDays][];
        System.arraycopy(profits, profits.length - lastDays, rows, 0, lastDays);
        return rows;
    }

    /** The same as fractions of each result's own initial cash. */
    double[][] returns(int lastDays) {
        double[][] rows = new double[lastDays][cash.length];
        for (int t = 0; t < lastDays; t++) {
            for (int i = 0; i < cash.length; i++) {
                rows[t][i] = profits[profits.length - lastDays + t][i] / cash[i];
            }
        }
        return rows;
    }
}
