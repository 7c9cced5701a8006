package futures.backtest.lookahead;

import java.lang.reflect.Field;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What a strategy can do that runs with its user's rights and does not care for "private". */
final class Peek {
    private static final int DEPTH = 4;

    private Peek() {}

    /** The first thing of a type that is held by an object, or by what it holds. */
    static <T> T into(Object object, Class<T> type) {
        T found = into(object, type, DEPTH, Collections.newSetFromMap(new IdentityHashMap<>()));
        if (found == null) {
            throw new IllegalStateException("there is no " + type + " in " + object.getClass());
        }
        return found;
    }

    private static <T> T into(Object object, Class<T> type, int depth, Set<Object> seen) {
        if (object == null || depth == 0 || !seen.add(object)) {
            return null;
        }
        for (Class<?> each = object.getClass(); each != null && each != Object.class; each = each.getSuperclass()) {
            if (!each.getName().startsWith("futures.")) {
                break;
            }
            for (Field field : each.getDeclaredFields()) {
                T found = in(object, field, type, depth, seen);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static <T> T in(Object object, Field field, Class<T> type, int depth, Set<Object> seen) {
        if (field.getType().isPrimitive() || java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
            return null;
        }
        try {
            field.setAccessible(true);
            Object value = field.get(object);
            return type.isInstance(value) ? type.cast(value) : into(value, type, depth - 1, seen);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
