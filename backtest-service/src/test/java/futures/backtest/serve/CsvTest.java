package futures.backtest.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void fieldsAreQuotedWhereTheyMustBe() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Csv csv = new Csv(bytes);
        csv.field("a").field(null).field("b, \"c\"").line();
        csv.field("two\nlines").field("ü").field("").line();
        csv.flush();
        assertEquals("a,,\"b, \"\"c\"\"\"\r\n\"two\nlines\",ü,\r\n", bytes.toString(StandardCharsets.UTF_8));
    }
}
