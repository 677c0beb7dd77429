package dev.kinprint.report;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the answers were collected: by which plan, with which parameters, and who answered.
 *
 * @param plan whether a plan was locked beforehand; empty for outputs made elsewhere
 * @param settings what became of the sampling parameters, for each model that was asked
 * @param flags what a reader should know of who answered
 */
public record Conduct(Optional<Plan> plan, List<Settings> settings, List<Flag> flags) {
    /** Nothing is known: the outputs were made elsewhere. */
    public static final Conduct UNKNOWN = new Conduct(Optional.empty(), List.of(), List.of());

    /**
     * A plan.
     *
     * @param standing whether it was kept
     * @param sha256 its hash; empty where none was locked
     */
    public record Plan(Standing standing, Optional<String> sha256) {
        /** Refuses a plan that was locked and has no hash. */
        public Plan {
            if (sha256.isPresent() == (standing == Standing.NONE)) {
                throw new IllegalArgumentException("sha256: " + sha256 + " for a plan that is " + standing);
            }
        }
    }

    /** Whether what was judged is what was planned. */
    public enum Standing {
        /** No plan was locked before the first question. */
        NONE,
        /** A plan was locked before the first question, and kept. */
        HONOURED,
        /** A plan was locked, and this is something else. */
        EXPLORATORY
    }

    /**
     * What became of one model's sampling parameters.
     *
     * @param member the model
     * @param requested what the audit asks for, by name
     * @param dropped of these, what was not sent, with the reason
     * @param idle of these, what was sent and has no effect, with the reason
     */
    public record Settings(
            String member,
            SortedMap<String, String> requested,
            SortedMap<String, String> dropped,
            SortedMap<String, String> idle) {
        /** Copies the maps. */
        public Settings {
            requested = copy(requested);
            dropped = copy(dropped);
            idle = copy(idle);
        }

        /** What was sent and counted. */
        SortedMap<String, String> effective() {
            SortedMap<String, String> effective = new TreeMap<>((Map<String, String>) requested);
            effective.keySet().removeAll(dropped.keySet());
            effective.keySet().removeAll(idle.keySet());
            return effective;
        }

        private static SortedMap<String, String> copy(SortedMap<String, String> map) {
            return Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) map));
        }
    }

    /**
     * A remark on who answered for a model.
     *
     * @param member the model
     * @param words a plain sentence; holds words of the provider, so it is hostile text
     */
    public record Flag(String member, String words) {}

    /** Copies the lists. */
    public Conduct {
        settings = List.copyOf(settings);
        flags = List.copyOf(flags);
    }
}
