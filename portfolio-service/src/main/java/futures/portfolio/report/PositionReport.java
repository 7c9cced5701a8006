package futures.portfolio.report;

import futures.kit.http.Problem;
import futures.kit.sql.Database;
import futures.portfolio.ledger.Cents;
import futures.portfolio.ledger.Lot;
import futures.portfolio.ledger.Lots;
import futures.portfolio.ledger.Portfolios;
import futures.portfolio.market.Market;
import futures.portfolio.market.Markets;
import futures.portfolio.market.Prices;
import futures.wire.portfolio.AccountFigures;
import futures.wire.portfolio.OpenLot;
import futures.wire.portfolio.OpenPosition;
import futures.wire.portfolio.Portfolio;
import futures.wire.portfolio.Position;
import futures.wire.portfolio.PositionList;
import futures.wire.portfolio.StrategyShare;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Open positions at the last prices, and what they make of the account. */
final class PositionReport {
    private static final int MOST_LOTS = 1000;

    private final Database database;
    private final Markets markets;
    private final Prices prices;
    private final Clock clock;

    PositionReport(Database database, Markets markets, Prices prices, Clock clock) {
        this.database = database;
        this.markets = markets;
        this.prices = prices;
        this.clock = clock;
    }

    private record Held(Position position, List<Lot> lots) {}

    private record State(Portfolio portfolio, List<Held> held) {}

    /** The state of the store is read first and let go: prices are asked for without holding it. */
    PositionList of(String portfolioId) {
        State state = database.snapshot(connection -> {
            Portfolio portfolio = Portfolios.require(connection, portfolioId);
            List<Held> held = new ArrayList<>();
            for (Position position : Lots.positions(connection, portfolio.id())) {
                held.add(new Held(position, Lots.open(connection, portfolio.id(), position.symbol())));
            }
            return new State(portfolio, held);
        });
        Instant now = clock.instant();
        List<OpenPosition> positions =
                state.held().stream().map(held -> marked(held, now)).toList();
        return new PositionList(positions, account(state.portfolio(), positions, now));
    }

    private OpenPosition marked(Held held, Instant now) {
        Position position = held.position();
        Map<String, String> undefined = new LinkedHashMap<>();
        Prices.Last last = null;
        try {
            last = prices.last(position.symbol());
        } catch (Problem e) {
            for (String figure : List.of("last_price", "last_price_time", "unrealized_pnl")) {
                undefined.put(figure, e.getMessage());
            }
        }
        BigDecimal unrealized = null;
        if (last != null) {
            BigDecimal gain = BigDecimal.ZERO;
            for (Lot lot : held.lots()) {
                gain = gain.add(lot.gain(last.price(), lot.quantity()));
            }
            unrealized = Cents.money(Cents.rounded(gain));
        }
        return new OpenPosition(
                position.symbol(),
                position.side(),
                position.quantity(),
                position.averagePrice(),
                position.pointValue(),
                position.openedAt(),
                position.openCosts(),
                position.realizedPnl(),
                last == null ? null : last.price(),
                last == null ? null : last.time(),
                unrealized,
                margin(position, now, undefined),
                held.lots().stream().limit(MOST_LOTS).map(PositionReport::lot).toList(),
                shares(held.lots(), last == null ? null : last.price()),
                undefined);
    }

    private BigDecimal margin(Position position, Instant now, Map<String, String> undefined) {
        try {
            Market market = markets.of(position.symbol());
            BigDecimal each = market.marginOn(market.day(now.toEpochMilli()));
            if (each != null) {
                return Cents.money(Cents.rounded(each.multiply(BigDecimal.valueOf(position.quantity()))));
            }
            undefined.put("initial_margin", "the contract spec of " + market.product() + " says none for today");
        } catch (Problem e) {
            undefined.put("initial_margin", e.getMessage());
        }
        return null;
    }

    /** By strategy, in the order of their oldest lots. */
    private static List<StrategyShare> shares(List<Lot> lots, BigDecimal price) {
        Map<String, List<Lot>> byStrategy = new LinkedHashMap<>();
        lots.forEach(lot -> byStrategy
                .computeIfAbsent(lot.strategyName(), any -> new ArrayList<>())
                .add(lot));
        List<StrategyShare> shares = new ArrayList<>();
        byStrategy.forEach((strategy, own) -> shares.add(new StrategyShare(
                strategy,
                own.stream().mapToInt(Lot::quantity).sum(),
                price == null
                        ? null
                        : Cents.money(Cents.rounded(own.stream()
                                .map(lot -> lot.gain(price, lot.quantity()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))))));
        return shares;
    }

    private static OpenLot lot(Lot lot) {
        return new OpenLot(
                lot.quantity(),
                lot.price(),
                Instant.ofEpochMilli(lot.openedMs()),
                Cents.money(lot.costCents()),
                lot.strategyName(),
                lot.order());
    }

    private static AccountFigures account(Portfolio portfolio, List<OpenPosition> positions, Instant now) {
        Map<String, String> undefined = new LinkedHashMap<>();
        BigDecimal unrealized = Cents.money(0);
        BigDecimal margin = Cents.money(0);
        for (OpenPosition position : positions) {
            if (position.unrealizedPnl() == null) {
                undefined.put("unrealized_pnl", position.undefined().get("unrealized_pnl"));
            } else {
                unrealized = unrealized.add(position.unrealizedPnl());
            }
            if (position.initialMargin() == null) {
                undefined.put("margin_used", position.undefined().get("initial_margin"));
            } else {
                margin = margin.add(position.initialMargin());
            }
        }
        boolean priced = !undefined.containsKey("unrealized_pnl");
        boolean margined = !undefined.containsKey("margin_used");
        BigDecimal equity = portfolio.cash().add(unrealized);
        if (!priced) {
            undefined.put("equity", "a position has no price");
        }
        if (!priced || !margined) {
            undefined.put("margin_free", priced ? "a margin is not known" : "a position has no price");
        }
        return new AccountFigures(
                portfolio.initialCash(),
                portfolio.realizedPnl(),
                portfolio.commissions(),
                portfolio.cash(),
                priced ? unrealized : null,
                priced ? equity : null,
                margined ? margin : null,
                priced && margined ? equity.subtract(margin) : null,
                now,
                undefined);
    }
}
