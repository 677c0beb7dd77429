package dev.kinprint.cli;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns Ctrl-C, and a polite request of the system to end, into a call for as long as it is open. Java has no public
 * interface for this, and its hooks at the end of a process hear of the first Ctrl-C only; so this goes through
 * {@code sun.misc.Signal}, and where that is missing nothing changes.
 */
final class Interrupts implements AutoCloseable {
    private static final List<String> SIGNALS = List.of("INT", "TERM");

    private interface Reset {
        void run() throws ReflectiveOperationException;
    }

    private final List<Reset> resets = new ArrayList<>();

    /** From now on, each signal runs the action, on a thread of its own. */
    Interrupts(Runnable action) {
        for (String name : SIGNALS) {
            try {
                take(name, action);
            } catch (ReflectiveOperationException | RuntimeException notHere) {
                // Another runtime, or one that was told to leave signals alone: Ctrl-C ends the process at once.
            }
        }
    }

    private void take(String name, Runnable action) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object signal = type.getConstructor(String.class).newInstance(name);
        Object ours =
                Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, method, args) -> {
                    return switch (method.getName()) {
                        case "equals" -> self == args[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "toString" -> "kinprint";
                        default -> {
                            action.run();
                            yield null;
                        }
                    };
                });
        var handle = type.getMethod("handle", type, handler);
        Object before = handle.invoke(null, signal, ours);
        resets.add(() -> handle.invoke(null, signal, before));
    }

    @Override
    public void close() {
        for (Reset reset : resets) {
            try {
                reset.run();
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a signal handler cannot be put back", e);
            }
        }
        resets.clear();
    }
}
