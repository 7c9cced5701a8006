package futures.ml.bars;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import futures.ml.MadeBars;
import futures.model.Timeframe;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private static final Timeframe FIVE = new Timeframe(300);

    @Test
    void aRolledSeriesMovesForwardsAsTheWalkThatItWasMadeOf() {
        Series walk = MadeBars.series(FIVE, 900, 8);
        Series rolled = MadeBars.rolled(FIVE, 900, 8, 61, 300, 600);
        assertEquals(2, rolled.rollCount());
        for (int i = 0; i < 900; i++) {
            assertEquals(walk.bars().close(i), rolled.bars().close(i));
            assertEquals(walk.bars().low(i), rolled.bars().low(i));
            assertEquals(walk.bars().close(i) + (i < 300 ? 0 : i < 600 ? 15.25 : 30.5), rolled.traded()[i]);
            assertEquals(rolled.traded()[i] + rolled.shift(i), rolled.bars().close(i));
        }
    }

    /** What somebody earned who held one unit of money and rolled it over at the spread. */
    @Test
    void factorsMakeQuotientsOfPricesReturns() {
        Series rolled = MadeBars.rolled(FIVE, 900, 8, 61, 300, 600);
        double money = 1;
        double first = rolled.traded()[0];
        for (int i = 1; i < 900; i++) {
            double before = i == 300 || i == 600 ? rolled.traded()[i - 1] + 15.25 : rolled.traded()[i - 1];
            money *= rolled.traded()[i] / before;
            assertEquals(money, rolled.traded()[i] * rolled.factor(i) / first, 1e-12);
        }
    }

    @Test
    void whatWasKnownEarlierIsThePastAndItsRolls() {
        Series rolled = MadeBars.rolled(FIVE, 900, 8, 61, 300, 600);
        Series before = rolled.upTo(600);
        assertEquals(600, before.size());
        assertEquals(1, before.rollCount());
        assertEquals(0, rolled.upTo(300).rollCount());
        for (int i = 0; i < 600; i++) {
            assertEquals(rolled.bars().close(i), before.bars().close(i));
        }
    }

    @Test
    void theHashIsOfTheContent() {
        Series one = MadeBars.series(FIVE, 300, 1);
        assertEquals(one.hash(), MadeBars.series(FIVE, 300, 1).hash());
        assertNotEquals(one.hash(), MadeBars.series(FIVE, 299, 1).hash());
        assertNotEquals(one.hash(), MadeBars.series(FIVE, 300, 2).hash());
        Series rolled = MadeBars.rolled(FIVE, 300, 1, 61, 100);
        assertNotEquals(rolled.hash(), MadeBars.rolled(FIVE, 300, 1, 61, 101).hash());
    }
}
