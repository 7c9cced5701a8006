package futures.portfolio.report;

import futures.wire.portfolio.ComparedPortfolio;
import futures.wire.portfolio.DailyEquity;
import futures.wire.portfolio.DayPoint;
import futures.wire.portfolio.EquityOfDay;
import futures.wire.portfolio.Performance;
import futures.wire.portfolio.Portfolio;
import futures.wire.portfolio.PortfolioComparison;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts portfolios side by side by their equity at the ends of days. */
final class Comparison {
    private static final int DECIMALS = 6;

    private Comparison() {}

    /** One of them as it is on its own. */
    record Part(Portfolio portfolio, Performance performance, DailyEquity daily) {
        NavigableMap<LocalDate, BigDecimal> equity() {
            NavigableMap<LocalDate, BigDecimal> byDay = new TreeMap<>();
            for (DayPoint day : daily.days()) {
                byDay.put(day.date(), day.equity());
            }
            return byDay;
        }
    }

    static PortfolioComparison of(List<Part> parts) {
        List<NavigableMap<LocalDate, BigDecimal>> curves =
                parts.stream().map(Part::equity).toList();
        List<ComparedPortfolio> compared = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            List<BigDecimal> correlations = new ArrayList<>();
            for (int j = 0; j < parts.size(); j++) {
                correlations.add(correlation(part, curves.get(i), parts.get(j), curves.get(j)));
            }
            compared.add(new ComparedPortfolio(
                    part.portfolio().id(),
                    part.portfolio().name(),
                    part.portfolio().initialCash(),
                    part.performance(),
                    curves.get(i).isEmpty()
                            ? part.portfolio().cash()
                            : curves.get(i).lastEntry().getValue(),
                    part.daily().maxDrawdown(),
                    part.daily().marked(),
                    correlations,
                    points(curves.get(i))));
        }
        return combined(parts, curves, compared);
    }

    private static PortfolioComparison combined(
            List<Part> parts, List<NavigableMap<LocalDate, BigDecimal>> curves, List<ComparedPortfolio> compared) {
        TreeSet<LocalDate> days = new TreeSet<>();
        curves.forEach(curve -> days.addAll(curve.keySet()));
        BigDecimal peak =
                parts.stream().map(part -> part.portfolio().initialCash()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal deepest = BigDecimal.ZERO.setScale(2);
        NavigableMap<LocalDate, BigDecimal> sums = new TreeMap<>();
        for (LocalDate day : days) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < parts.size(); i++) {
                sum = sum.add(at(parts.get(i), curves.get(i), day));
            }
            sums.put(day, sum);
            peak = peak.max(sum);
            deepest = deepest.min(sum.subtract(peak));
        }
        return new PortfolioComparison(compared, points(sums), deepest);
    }

    private static BigDecimal at(Part part, NavigableMap<LocalDate, BigDecimal> curve, LocalDate day) {
        var known = curve.floorEntry(day);
        return known == null ? part.portfolio().initialCash() : known.getValue();
    }

    private static List<EquityOfDay> points(NavigableMap<LocalDate, BigDecimal> curve) {
        return curve.entrySet().stream()
                .map(day -> new EquityOfDay(day.getKey(), day.getValue()))
                .toList();
    }

    private static BigDecimal correlation(
            Part a, NavigableMap<LocalDate, BigDecimal> ofA, Part b, NavigableMap<LocalDate, BigDecimal> ofB) {
        if (ofA.isEmpty() || ofB.isEmpty()) {
            return null;
        }
        LocalDate from = ofA.firstKey().isAfter(ofB.firstKey()) ? ofA.firstKey() : ofB.firstKey();
        LocalDate to = ofA.lastKey().isBefore(ofB.lastKey()) ? ofA.lastKey() : ofB.lastKey();
        TreeSet<LocalDate> days = new TreeSet<>(ofA.keySet());
        days.addAll(ofB.keySet());
        List<double[]> changes = new ArrayList<>();
        for (LocalDate day : from.isAfter(to) ? List.<LocalDate>of() : days.subSet(from, true, to, true)) {
            LocalDate before = day.minusDays(1);
            changes.add(new double[] {
                at(a, ofA, day).subtract(at(a, ofA, before)).doubleValue(),
                at(b, ofB, day).subtract(at(b, ofB, before)).doubleValue()
            });
        }
        return pearson(changes);
    }

    private static BigDecimal pearson(List<double[]> pairs) {
        if (pairs.size() < 3) {
            return null;
        }
        double meanX = pairs.stream().mapToDouble(pair -> pair[0]).average().orElseThrow();
        double meanY = pairs.stream().mapToDouble(pair -> pair[1]).average().orElseThrow();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (double[] pair : pairs) {
            xx += (pair[0] - meanX) * (pair[0] - meanX);
            yy += (pair[1] - meanY) * (pair[1] - meanY);
            xy += (pair[0] - meanX) * (pair[1] - meanY);
        }
        return xx == 0 || yy == 0
                ? null
                : BigDecimal.valueOf(xy / Math.sqrt(xx * yy)).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
