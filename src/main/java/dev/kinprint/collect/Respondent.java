package dev.kinprint.collect;

import dev.kinprint.archive.Archive;
import dev.kinprint.provider.Answer;
import dev.kinprint.provider.Codecs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who answered for one model, in the vendor's words: read from the stored bytes, so that it holds for old runs too.
 *
 * @param subject the id of the model
 * @param requested the name that was sent
 * @param served by name of the model that answered, how many answers; answers that name none are left out
 * @param upstream by name of who ran it, where a middleman says so, how many answers
 * @param fingerprints by the vendor's name for its set-up, how many answers
 * @param repeated answers that carry the number of another answer: they come from a store, not from the model
 */
public record Respondent(
        String subject,
        String requested,
        SortedMap<String, Integer> served,
        SortedMap<String, Integer> upstream,
        SortedMap<String, Integer> fingerprints,
        int repeated) {

    /** Copies the maps. */
    public Respondent {
        served = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Integer>) served));
        upstream = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Integer>) upstream));
        fingerprints = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Integer>) fingerprints));
    }

    /** What a reader should know before believing that one model answered; nothing where all is as asked. */
    public List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (served.size() > 1) {
            flags.add("answers name several models: " + list(served));
        } else if (served.size() == 1 && !served.containsKey(requested)) {
            flags.add("answers name the model " + served.firstKey() + ", asked for was " + requested);
        }
        if (upstream.size() > 1) {
            flags.add("several upstreams answered: " + list(upstream));
        }
        if (fingerprints.size() > 1) {
            flags.add("the vendor changed its set-up meanwhile: " + list(fingerprints));
        }
        if (repeated > 0) {
            flags.add(repeated + " answers carry the number of another one, so they are no samples of their own");
        }
        return flags;
    }

    private static String list(SortedMap<String, Integer> counts) {
        List<String> parts = new ArrayList<>();
        counts.forEach((name, count) -> parts.add(name + " (" + count + ")"));
        return String.join(", ", parts);
    }

    /** All models of an archive that were asked, by id. */
    public static List<Respondent> of(Archive archive) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        archive.forEach(held -> {
            if (held.reply().isEmpty() || held.cell().dialect().equals(Codecs.IMPORTED)) {
                return;
            }
            Answer answer = Codecs.read(
                    held.cell().dialect(),
                    held.cell().profile(),
                    held.cell().model(),
                    held.reply().get().status(),
                    held.reply().get().headers(),
                    held.reply().get().body().toArray());
            if (answer.fault().isEmpty()) {
                tallies.computeIfAbsent(
                                held.cell().key().subject(),
                                subject -> new Tally(held.cell().model()))
                        .add(answer);
            }
        });
        List<Respondent> all = new ArrayList<>();
        tallies.forEach((subject, tally) -> all.add(tally.respondent(subject)));
        return all;
    }

    private static final class Tally {
        private final String requested;
        private final SortedMap<String, Integer> served = new TreeMap<>();
        private final SortedMap<String, Integer> upstream = new TreeMap<>();
        private final SortedMap<String, Integer> fingerprints = new TreeMap<>();
        private final SortedMap<String, Integer> ids = new TreeMap<>();

        Tally(String requested) {
            this.requested = requested;
        }

        void add(Answer answer) {
            count(served, answer.served());
            count(upstream, answer.upstream());
            count(fingerprints, answer.fingerprint());
            count(ids, answer.responseId());
        }

        private static void count(SortedMap<String, Integer> counts, Optional<String> name) {
            name.ifPresent(known -> counts.merge(known, 1, Integer::sum));
        }

        Respondent respondent(String subject) {
            int repeated = ids.values().stream().mapToInt(count -> count - 1).sum();
            return new Respondent(subject, requested, served, upstream, fingerprints, repeated);
        }
    }
}
