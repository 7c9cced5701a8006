package futures.strategy;

import java.util.List;

/** One of some words; the first is the standard one. */
public final class ChoiceParameter extends Parameter<String> {
    private final List<String> choices;

    ChoiceParameter(String name, List<String> choices, String help) {
        super(name, choices.get(0), help);
        this.choices = List.copyOf(choices);
    }

    @Override
    public String kind() {
        return "choice";
    }

    @Override
    public List<String> searchSpace() {
        return choices;
    }

    @Override
    public String check(Object given) {
        if (given instanceof String word && choices.contains(word)) {
            return word;
        }
        throw wrong(given, "one of " + String.join(", ", choices));
    }
}
