package futures.data.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;

import futures.data.source.BarHeader;
import futures.data.source.Made;
import futures.data.store.Chunk;
import futures.data.store.ChunkRows;
import futures.kit.json.Json;
import java.io.IOException;
import java.io.OutputStream;

/** Bars as JSON or CSV, with every digit of the price that was imported and no more. */
public final class TextBars implements BarOutput {
    private static final byte[][] JSON = {
        "{\"timestamp\":\"".getBytes(US_ASCII),
        "\",\"open\":".getBytes(US_ASCII),
        ",\"high\":".getBytes(US_ASCII),
        ",\"low\":".getBytes(US_ASCII),
        ",\"close\":".getBytes(US_ASCII),
        ",\"volume\":".getBytes(US_ASCII),
        "}".getBytes(US_ASCII)
    };
    private static final byte[] COMMA = ",".getBytes(US_ASCII);
    private static final byte[] LINE = "\n".getBytes(US_ASCII);
    private static final byte[] NONE = {};
    private static final byte[] JSON_CLOSE = ",\"close_time\":\"".getBytes(US_ASCII);
    private static final byte[] JSON_CLOSED = "\"}".getBytes(US_ASCII);
    private static final byte[][] CSV = {NONE, COMMA, COMMA, COMMA, COMMA, COMMA, LINE};

    private final TextBuffer text;
    private final boolean newestFirst;
    private final byte[][] parts;
    private final byte[] between;
    private final String begin;
    private final String end;
    private boolean some;

    private TextBars(OutputStream out, boolean newestFirst, byte[][] parts, byte[] between, String begin, String end) {
        this.text = new TextBuffer(out);
        this.newestFirst = newestFirst;
        this.parts = parts;
        this.between = between;
        this.begin = begin;
        this.end = end;
    }

    public static BarOutput csv(OutputStream out, ServedBars served) {
        boolean made = served.header().made() != null;
        String header = "timestamp,open,high,low,close,volume" + (made ? ",close_time\n" : "\n");
        return new TextBars(out, served.newestFirst(), CSV, NONE, header, "");
    }

    /** The fields of {@link futures.wire.data.BarsAnswer}. */
    public static BarOutput json(OutputStream out, ServedBars served) {
        BarHeader header = served.header();
        String begin = "{\"symbol\":" + Json.text(header.symbol()) + ",\"timeframe\":"
                + Json.text(header.form())
                + ",\"product\":" + Json.text(header.provenance().product()) + ",\"synthetic\":"
                + header.provenance().synthetic() + ",\"adjustment\":"
                + Json.text(header.provenance().adjustment().text()) + ",\"stored\":" + header.stored() + ",\"count\":"
                + served.count() + made(header.made()) + ",\"data\":[";
        return new TextBars(out, served.newestFirst(), JSON, COMMA, begin, "]}");
    }

    private static String made(Made made) {
        if (made == null) {
            return "";
        }
        boolean settled = made.form().settlement() != null;
        return ",\"made_from\":" + Json.text(made.from().toString()) + ",\"hours\":"
                + Json.text(made.form().hours().text()) + ",\"settlement\":"
                + Json.text(settled ? made.form().settlement().toString() : null) + ",\"approximate\":"
                + !made.approximation().isEmpty() + ",\"approximation\":" + Json.text(made.approximation());
    }

    @Override
    public void begin() throws IOException {
        text.text(begin);
    }

    @Override
    public void bars(Chunk chunk, int from, int to) throws IOException {
        for (int i = 0; i < to - from; i++) {
            bar(chunk, newestFirst ? to - 1 - i : from + i);
        }
    }

    private void bar(Chunk chunk, int i) throws IOException {
        if (some) {
            text.ascii(between);
        }
        some = true;
        text.ascii(parts[0]).time(chunk.time()[i]);
        for (int column = ChunkRows.OPEN; column <= ChunkRows.CLOSE; column++) {
            text.ascii(parts[1 + column]).decimal(chunk.prices()[column][i], chunk.priceDecimals());
        }
        text.ascii(parts[5]).decimal(chunk.volume()[i], chunk.volumeDecimals());
        if (chunk.closeTime() == null) {
            text.ascii(parts[6]);
        } else if (parts == JSON) {
            text.ascii(JSON_CLOSE).time(chunk.closeTime()[i]).ascii(JSON_CLOSED);
        } else {
            text.ascii(COMMA).time(chunk.closeTime()[i]).ascii(LINE);
        }
    }

    @Override
    public void end() throws IOException {
        text.flush();
        text.text(end);
    }
}
