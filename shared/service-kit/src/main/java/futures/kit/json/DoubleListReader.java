package futures.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads lists of doubles as {@link DoubleList}; what is no number is refused, or taken, as for any other double. */
final class DoubleListReader extends JsonDeserializer<List<Double>> {
    private static final int FIRST = 64;

    static Module module() {
        return new SimpleModule("double-lists") {
            private static final long serialVersionUID = 1L;

            @Override
            public void setupModule(SetupContext context) {
                context.addDeserializers(new ForLists());
            }
        };
    }

    private static final class ForLists extends Deserializers.Base {
        @Override
        public JsonDeserializer<?> findCollectionDeserializer(
                CollectionType type,
                DeserializationConfig config,
                BeanDescription description,
                TypeDeserializer elementType,
                JsonDeserializer<?> element) {
            boolean doubles =
                    type.hasRawClass(List.class) && type.getContentType().hasRawClass(Double.class);
            return doubles ? new DoubleListReader() : null;
        }
    }

    @Override
    public List<Double> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            return cast(context.handleUnexpectedToken(List.class, parser));
        }
        double[] values = new double[FIRST];
        int count = 0;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (count == values.length) {
                values = Arrays.copyOf(values, 2 * count);
            }
            values[count] = value(parser, context, token, count);
            count++;
        }
        return new DoubleList(Arrays.copyOf(values, count));
    }

    private static double value(JsonParser parser, DeserializationContext context, JsonToken token, int index)
            throws IOException {
        try {
            if (token.isNumeric()) {
                return parser.getDoubleValue();
            }
            Double other = token == JsonToken.VALUE_NULL ? null : context.readValue(parser, Double.class);
            return other == null ? Double.NaN : other;
        } catch (IOException e) {
            throw JsonMappingException.wrapWithPath(e, List.of(), index);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Double> cast(Object list) {
        return (List<Double>) list;
    }
}
