package futures.strategy;

import java.util.List;

/** A piece of text, such as a time zone. A search leaves it as it is. */
public final class TextParameter extends Parameter<String> {
    TextParameter(String name, String standard, String help) {
        super(name, standard, help);
    }

    @Override
    public String kind() {
        return "text";
    }

    @Override
    public List<String> searchSpace() {
        return List.of(value());
    }

    @Override
    public String check(Object given) {
        if (given instanceof String text) {
            return text;
        }
        throw wrong(given, "text");
    }
}
