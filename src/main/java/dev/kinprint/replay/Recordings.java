package dev.kinprint.replay;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.Bytes;
import dev.kinprint.archive.Cell;
import dev.kinprint.archive.Reply;
import dev.kinprint.archive.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The answers of an archive, by who was asked and by the bytes of the request. Samples of one question share one
 * request: each asking takes the next of them, and after the last comes the first again.
 */
final class Recordings {
    private final Map<Request, Track> tracks = new HashMap<>();
    private final SortedMap<String, Cell> asked = new TreeMap<>();
    private final SortedMap<String, Integer> answers = new TreeMap<>();

    private record Request(String subject, Bytes body) {}

    private static final class Track {
        private final List<Reply> replies = new ArrayList<>();
        private int next;
    }

    /** Reads every stored answer that came over the wire. */
    Recordings(Archive archive) {
        archive.forEach(held -> {
            Cell cell = held.cell();
            if (held.state() == State.RESULT && !cell.dialect().equals(Cell.IMPORTED)) {
                String subject = cell.key().subject();
                asked.putIfAbsent(subject, cell);
                answers.merge(subject, 1, Integer::sum);
                tracks.computeIfAbsent(new Request(subject, cell.request()), request -> new Track())
                        .replies
                        .add(held.reply().orElseThrow());
            }
        });
    }

    /** The next answer to a request; empty where that was never asked. */
    synchronized Optional<Reply> next(String subject, Bytes body) {
        Track track = tracks.get(new Request(subject, body));
        if (track == null) {
            return Optional.empty();
        }
        Reply reply = track.replies.get(track.next);
        track.next = (track.next + 1) % track.replies.size();
        return Optional.of(reply);
    }

    /** Who answered, by id. */
    List<Voice> voices(String root) {
        List<Voice> voices = new ArrayList<>();
        asked.forEach((subject, cell) -> voices.add(new Voice(
                subject, cell.profile(), cell.model(), root + "/" + subject, answers.getOrDefault(subject, 0))));
        return voices;
    }
}
