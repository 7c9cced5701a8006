package futures.backtest.strategy;

import futures.backtest.strategy.compile.ExitCalls;
import futures.strategy.Strategy;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.function.Supplier;

/** From a class to a strategy that can be made again and again. */
final class StrategyClasses {
    private StrategyClasses() {}

    /** @throws BrokenStrategy when the class is none that the engine can make, or making one fails */
    static LoadedCode check(String file, Class<?> type) throws BrokenStrategy {
        String name = type.getSimpleName();
        if (!Strategy.class.isAssignableFrom(type)) {
            throw new BrokenStrategy(file, "class " + name + " must extend futures.strategy.Strategy");
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw new BrokenStrategy(file, "class " + name + " is abstract; a strategy must be one that can be made");
        }
        Constructor<? extends Strategy> constructor;
        try {
            constructor = type.asSubclass(Strategy.class).getConstructor();
        } catch (NoSuchMethodException e) {
            throw new BrokenStrategy(file, "class " + name + " needs a public constructor without arguments");
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw new BrokenStrategy(file, "class " + name + " must be public");
        }
        try {
            String own = constructor.newInstance().name();
            if (own == null || own.isBlank()) {
                throw new BrokenStrategy(file, "name() of class " + name + " gives no name");
            }
            return new LoadedCode(own, maker(constructor));
        } catch (InvocationTargetException e) {
            throw failed(file, "the constructor of " + name, e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failed(file, "class " + name, e.getCause() == null ? e : e.getCause());
        }
    }

    private static BrokenStrategy failed(String file, String what, Throwable cause) {
        return new BrokenStrategy(file, what + " failed: " + cause + place(file, cause));
    }

    /** Where in the file, if the trace passes through it. */
    private static String place(String file, Throwable cause) {
        for (StackTraceElement step : cause.getStackTrace()) {
            if (file.equals(step.getFileName())) {
                return " at line " + step.getLineNumber();
            }
        }
        return "";
    }

    private static Supplier<Strategy> maker(Constructor<? extends Strategy> constructor) {
        return () -> {
            try {
                return constructor.newInstance();
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException("the constructor failed: " + e.getCause(), e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** @throws BrokenStrategy when one of them would end the service when it is called */
    static void refuseExits(String file, Map<String, byte[]> classes) throws BrokenStrategy {
        for (Map.Entry<String, byte[]> one : classes.entrySet()) {
            String call = ExitCalls.in(one.getValue()).orElse(null);
            if (call != null) {
                throw new BrokenStrategy(
                        file,
                        "class " + one.getKey() + " calls " + call
                                + ", which would end the whole service; throw an exception to end a run");
            }
        }
    }
}
