package futures.launcher.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private final RestartPolicy policy = RestartPolicy.standard();

    @Test
    void pausesDoubleAndThenItGivesUp() {
        for (int millis : new int[] {500, 1000, 2000, 4000, 8000}) {
            assertEquals(Optional.of(Duration.ofMillis(millis)), policy.died(Duration.ZERO));
        }
        assertEquals(Optional.empty(), policy.died(Duration.ZERO));
        assertEquals(6, policy.deathsInARow());
    }

    @Test
    void healthyMinuteForgetsEarlierDeaths() {
        for (int i = 0; i < 5; i++) {
            policy.died(Duration.ofSeconds(59));
        }
        assertEquals(Optional.of(Duration.ofMillis(500)), policy.died(Duration.ofSeconds(60)));
    }

    @Test
    void copiesShareTheRulesAndNotTheDeaths() {
        policy.died(Duration.ZERO);
        assertEquals(Optional.of(Duration.ofMillis(500)), policy.fresh().died(Duration.ZERO));
    }
}
