package futures.backtest.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ColumnRowsTest {
    private static String columns(String rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ColumnRows.write(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)), Set.of("at"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void wordsAreNumberedAndWhatARowLacksIsNull() throws IOException {
        assertEquals(
                "{\"rows\":3,\"columns\":{\"side\":{\"values\":[\"LONG\",\"a \\\"b\\\"\"],\"index\":[0,1,null]},"
                        + "\"net\":[12.50,null,-3],\"late\":[null,true,null]}}",
                columns(
                        "[{\"side\":\"LONG\",\"net\":12.50},{\"side\":\"a \\\"b\\\"\",\"late\":true},{\"net\":-3,\"side\":null}]"));
    }

    @Test
    void timesAreNumbers() throws IOException {
        assertEquals(
                "{\"rows\":3,\"columns\":{\"at\":{\"epoch_ms\":[1704182400000,null,1704182400001]}}}",
                columns("[{\"at\":\"2024-01-02T08:00:00Z\"},{\"at\":null},{\"at\":\"2024-01-02T08:00:00.001Z\"}]"));
    }

    @Test
    void noRowsAreNoColumns() throws IOException {
        assertEquals("{\"rows\":0,\"columns\":{}}", columns("[]"));
    }

    @Test
    void manyDifferentTextsAreWrittenAsTheyAre() throws IOException {
        StringBuilder rows = new StringBuilder("[{}");
        for (int i = 0; i < 1_000; i++) {
            rows.append(",{\"time\":\"t, ").append(i).append("\"}");
        }
        JsonNode time = new ObjectMapper().readTree(columns(rows + "]")).at("/columns/time");
        assertTrue(time.isArray());
        assertEquals(1_001, time.size());
        assertTrue(time.get(0).isNull());
        for (int i = 0; i < 1_000; i++) {
            assertEquals("t, " + i, time.get(i + 1).asText());
        }
    }
}
