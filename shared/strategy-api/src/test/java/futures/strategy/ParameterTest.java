package futures.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterTest {
    /** One parameter of each kind. */
    static class Sample extends Strategy {
        final IntParameter period = integer("period", 10, 2, 11, 3, "bars");
        final DoubleParameter width = decimal("width", 0.2, 0.1, 0.5, 0.1, "points");
        final SwitchParameter both = onOff("both", true, "both sides");
        final ChoiceParameter when = choice("when", List.of("open", "close"), "moment");

        @Override
        protected void start(Setup setup) {}

        @Override
        protected void onBar(Bars bars, Broker broker) {}
    }

    @Test
    void standardValuesHoldUntilOthersAreGiven() {
        Sample sample = new Sample();
        assertEquals(Map.of("period", 10, "width", 0.2, "both", true, "when", "open"), sample.values());
        sample.configure(Map.of("period", 5L, "width", 0.3, "both", false, "when", "close"));
        assertEquals(5, sample.period.value());
        assertEquals(0.3, sample.width.value());
        assertEquals(false, sample.both.value());
        assertEquals("close", sample.when.value());
        assertEquals("Sample", sample.name());
    }

    @Test
    void searchSpacesFollowRangeAndStepWithoutRoundingNoise() {
        Sample sample = new Sample();
        assertEquals(List.of(2, 5, 8, 11), sample.period.searchSpace());
        assertEquals(List.of(0.1, 0.2, 0.3, 0.4, 0.5), sample.width.searchSpace());
        assertEquals(List.of(false, true), sample.both.searchSpace());
        assertEquals(List.of("open", "close"), sample.when.searchSpace());
    }

    @Test
    void wrongValuesAreRefusedWithWhatIsAllowed() {
        assertEquals("parameter period must be a whole number from 2 to 11, found 12", refusal("period", 12));
        assertEquals("parameter period must be a whole number from 2 to 11, found ten", refusal("period", "ten"));
        assertEquals("parameter width must be a number from 0.1 to 0.5, found NaN", refusal("width", Double.NaN));
        assertEquals("parameter both must be true or false, found 1", refusal("both", 1));
        assertEquals("parameter when must be one of open, close, found noon", refusal("when", "noon"));
        assertEquals("strategy Sample has no parameter wen; it has period, width, both, when", refusal("wen", 1));
    }

    private static String refusal(String name, Object value) {
        return assertThrows(IllegalArgumentException.class, () -> new Sample().configure(Map.of(name, value)))
                .getMessage();
    }

    @Test
    void aNameIsDeclaredOnce() {
        assertThrows(IllegalArgumentException.class, () -> new Sample() {
            {
                integer("period", 1, 1, 2, 1, "twice");
            }
        });
    }

    @Test
    void conditionsAreDeclaredAndHoldOrNotForAnyValues() {
        Sample sample = new Sample() {
            private final DoubleParameter most = decimal("most", 5, 0, 100, 1, "bars");

            {
                requireBelow(width, most);
                requireAtMost(period, most);
            }
        };
        assertEquals("[width < most, period <= most]", sample.conditions().toString());
        Condition atMost = sample.conditions().get(1);
        assertEquals(true, atMost.holds(Map.of("period", 5, "most", 5.0)));
        assertEquals(false, atMost.holds(Map.of("period", 5, "most", 4.9)));
        assertEquals(false, sample.conditions().get(0).holds(Map.of("most", 0.2)));
        sample.configure(Map.of("period", 5));
        assertEquals(
                "parameter period must be at most most, found 8 and 5.0",
                assertThrows(IllegalArgumentException.class, () -> sample.configure(Map.of("period", 8)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> atMost.holds(Map.of("period", 1_000)));
    }

    /** Or a search would list more values than fit into memory. */
    @Test
    void aRangeWithoutPracticalBoundsIsNoSpaceToSearch() {
        assertEquals(
                List.of(2.0), new DoubleParameter("x", 2, -Double.MAX_VALUE, Double.MAX_VALUE, 1, "").searchSpace());
        assertEquals(List.of(7), new IntParameter("n", 7, 0, Integer.MAX_VALUE, 1, "").searchSpace());
        assertEquals(
                List.of(Integer.MAX_VALUE - 3, Integer.MAX_VALUE - 1),
                new IntParameter("n", Integer.MAX_VALUE - 3, Integer.MAX_VALUE - 3, Integer.MAX_VALUE, 2, "")
                        .searchSpace());
    }
}
