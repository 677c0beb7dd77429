package dev.kinprint.provider;

import java.util.List;

/**
 * How a vendor wants its key. The key itself never comes here.
 *
 * @param env names of environment variables that may hold it, the first found is taken
 * @param header the header that carries it
 * @param prefix what stands before it there
 * @param optional whether some servers of this kind need none
 */
public record KeyRule(List<String> env, String header, String prefix, boolean optional) {
    /** Refuses a rule without a variable or a header. */
    public KeyRule {
        env = List.copyOf(env);
        if (env.isEmpty() || header.isBlank()) {
            throw new IllegalArgumentException("env, header: each must be given");
        }
    }
}
