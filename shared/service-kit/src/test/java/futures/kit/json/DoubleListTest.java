package futures.kit.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lists of numbers are what they were, but for the boxes. */
class DoubleListTest {
    record Holder(List<Double> numbers, List<List<Double>> table) {}

    private static Holder read(String numbers) throws JsonProcessingException {
        return Json.mapper().readValue("{\"numbers\": " + numbers + ", \"table\": [[1], []]}", Holder.class);
    }

    @Test
    void everyNumberIsTheNearestDouble() throws JsonProcessingException {
        Random random = new Random(3);
        double[] values = new double[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 == 0 ? random.nextGaussian() : Double.longBitsToDouble(random.nextLong());
            values[i] = Double.isFinite(values[i]) ? values[i] : 1e-320;
        }
        DoubleList list =
                assertInstanceOf(DoubleList.class, read(Arrays.toString(values)).numbers());
        assertArrayEquals(values, list.toDoubles());
        assertEquals(Arrays.stream(values).boxed().toList(), list);
    }

    @Test
    void whatIsNoNumberIsAsBefore() throws JsonProcessingException {
        Holder holder = read("[1, null, \"2.5\", -0.0, 123456789012345678901234567890]");
        assertEquals(5, holder.numbers().size());
        assertNull(holder.numbers().get(1));
        assertEquals(2.5, holder.numbers().get(2));
        assertEquals(1.2345678901234568e29, holder.numbers().get(4));
        assertEquals(List.of(List.of(1.0), List.of()), holder.table());
        assertNull(read("null").numbers());
        assertEquals(
                "[1.0,null,2.5]",
                Json.mapper().writeValueAsString(read("[1, null, 2.5]").numbers()));
    }

    @Test
    void aFaultIsNamedWithItsPlace() {
        JsonMappingException inside = assertThrows(JsonMappingException.class, () -> read("[1, 2, \"x\", 4]"));
        assertEquals("numbers", inside.getPath().get(0).getFieldName());
        assertEquals(2, inside.getPath().get(1).getIndex());
        assertThrows(JsonMappingException.class, () -> read("[1, {\"a\": 2}]"));
        assertThrows(JsonMappingException.class, () -> read("7"));
        assertThrows(JsonProcessingException.class, () -> read("[1, 2"));
        assertThrows(JsonProcessingException.class, () -> read("[01]"));
    }
}
