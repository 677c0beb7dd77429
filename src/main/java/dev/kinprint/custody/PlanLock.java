package dev.kinprint.custody;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.LogEntry;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A plan that was written down before the first question was asked. It stands in the archive's chain, so that its place
 * before the first call can be seen later.
 */
public final class PlanLock {
    /** The name of the archive's document that holds the plan. */
    public static final String DOCUMENT = "plan-lock";

    private PlanLock() {}

    /** Whether what was judged is what was planned. */
    public enum Standing {
        /** No plan was locked. */
        NONE,
        /** What was judged is what was locked before the first call. */
        HONOURED,
        /** A plan was locked, and this is something else. */
        EXPLORATORY
    }

    /**
     * Locks a plan.
     *
     * @param plan everything that is decided beforehand
     * @return the SHA-256 of the plan
     * @throws OperatorError where a call was made already, or another plan is locked
     */
    public static String lock(Archive archive, Json.Obj plan, Instant now) {
        Bytes content = Bytes.of(plan.canonical());
        Optional<Bytes> before = archive.document(DOCUMENT);
        if (before.isPresent() && !before.get().equals(content)) {
            throw OperatorError.usage(
                    "Another plan is locked",
                    archive.where(),
                    "a plan that is changed later is no plan; it has the hash "
                            + before.get().sha256(),
                    "Undo the change, or give the run another name.");
        } else if (before.isEmpty() && first(archive, true) != Long.MAX_VALUE) {
            throw OperatorError.usage(
                    "It is too late to lock the plan",
                    archive.where(),
                    "questions were asked already",
                    "Give the run another name, and lock it before you collect.");
        }
        archive.putDocument(DOCUMENT, content, now);
        return content.sha256();
    }

    /** Whether a plan, made again from what was judged, is the one that was locked. */
    public static Standing standing(Archive archive, Json.Obj plan) {
        Optional<Bytes> locked = archive.document(DOCUMENT);
        if (locked.isEmpty()) {
            return Standing.NONE;
        }
        return locked.get().equals(Bytes.of(plan.canonical())) && inTime(archive)
                ? Standing.HONOURED
                : Standing.EXPLORATORY;
    }

    /** The hash of the plan that is locked. */
    public static Optional<String> hash(Archive archive) {
        return archive.document(DOCUMENT).map(Bytes::sha256);
    }

    static Optional<Check> check(Archive archive) {
        return hash(archive)
                .map(hash -> Check.of(
                        "plan",
                        inTime(archive),
                        "locked before the first call, " + hash,
                        "it was not locked before the first call, or more than once"));
    }

    private static boolean inTime(Archive archive) {
        AtomicLong locks = new AtomicLong();
        archive.forEachEntry(entry -> locks.addAndGet(entry.document(DOCUMENT) ? 1 : 0));
        return locks.get() == 1 && first(archive, false) < first(archive, true);
    }

    private static long first(Archive archive, boolean intent) {
        AtomicLong first = new AtomicLong(Long.MAX_VALUE);
        archive.forEachEntry(entry -> {
            if (wanted(entry, intent)) {
                first.accumulateAndGet(entry.seq(), Math::min);
            }
        });
        return first.get();
    }

    private static boolean wanted(LogEntry entry, boolean intent) {
        return intent ? entry.intent() : entry.document(DOCUMENT);
    }
}
