package futures.strategy;

import java.util.List;

/** On or off. */
public final class SwitchParameter extends Parameter<Boolean> {
    SwitchParameter(String name, boolean standard, String help) {
        super(name, standard, help);
    }

    @Override
    public String kind() {
        return "switch";
    }

    @Override
    public List<Boolean> searchSpace() {
        return List.of(false, true);
    }

    @Override
    public Boolean check(Object given) {
        if (given instanceof Boolean on) {
            return on;
        }
        throw wrong(given, "true or false");
    }
}
