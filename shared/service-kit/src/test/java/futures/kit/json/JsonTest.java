package futures.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void aNumberIsReadToItsLastDigitOrIsNull() throws JsonProcessingException {
        JsonNode object = Json.mapper().readTree("{\"fee\": 0.350, \"points\": 50, \"margin\": null}");
        assertEquals(new BigDecimal("0.350"), Json.decimal(object, "fee"));
        assertEquals(new BigDecimal("50"), Json.decimal(object, "points"));
        assertNull(Json.decimal(object, "margin"));
        assertNull(Json.decimal(object, "commission"));
    }
}
