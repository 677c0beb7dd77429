package dev.kinprint.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.State;
import dev.kinprint.collect.Http2Server.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import okhttp3.Dns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HTTP/2 says which requests were never looked at: those are sent again, all others are held. */
class Http2FaultTest {
    private static final Wire.Timeouts SHORT =
            new Wire.Timeouts(Duration.ofSeconds(5), Duration.ofMillis(700), Duration.ofSeconds(1), 64 << 10);

    @TempDir
    private Path folder;

    private final Identity identity = Identity.of("localhost");
    private Path authority = Path.of("");

    @BeforeEach
    void trust() throws IOException {
        authority = Files.write(folder.resolve("ca.pem"), identity.pem());
    }

    /** What one collection came to. */
    private record Seen(int requests, Map<State, Long> states, String reason) {}

    private Seen seen(int probes, BiFunction<Integer, Integer, List<Frame>> script) throws IOException {
        return seen(probes, 100, script);
    }

    private Seen seen(int probes, int streams, BiFunction<Integer, Integer, List<Frame>> script) throws IOException {
        PlanOptions trusting = new PlanOptions(
                false,
                Map.of(),
                Set.of(),
                name -> name.equals("KINPRINT_CA_FILE") ? Optional.of(authority.toString()) : Optional.empty());
        try (Http2Server server = new Http2Server(identity, streams, script);
                Archive archive = Archive.inMemory()) {
            Plan plan = Plan.of(Bench.audit(1, Bench.local("a", server.url())), Bench.probes(probes), trusting);
            new Collector(
                            archive,
                            plan,
                            Bench.limits(probes > 2 ? 4 : 1),
                            CollectOptions.DEFAULT,
                            CollectListener.SILENT,
                            new Surroundings(new FastTiming(), Dns.SYSTEM, SHORT))
                    .run();
            archive.verify();
            return new Seen(
                    server.ledger().size(),
                    archive.states(),
                    Bench.stored(archive, "p0").reason());
        }
    }

    /** The first request is met with these frames, all others with an answer. */
    private Seen first(java.util.function.IntFunction<List<Frame>> frames) throws IOException {
        return seen(1, (serial, stream) -> serial == 1 ? frames.apply(stream) : Http2Server.good(stream));
    }

    @Test
    void answersComeAsOverTheOlderWire() throws IOException {
        assertThat(seen(9, (serial, stream) -> Http2Server.good(stream)))
                .isEqualTo(new Seen(9, Map.of(State.RESULT, 9L), ""));
        assertThat(seen(9, 1, (serial, stream) -> Http2Server.good(stream)))
                .as("one stream at a time")
                .isEqualTo(new Seen(9, Map.of(State.RESULT, 9L), ""));
    }

    @Test
    void aRequestThatWasNotLookedAtIsSentAgain() throws IOException {
        Seen again = new Seen(2, Map.of(State.RESULT, 1L), "");
        assertThat(first(stream -> List.of(Frame.reset(stream, Http2Server.REFUSED_STREAM))))
                .as("a stream that is refused")
                .isEqualTo(again);
        assertThat(first(stream -> List.of(Frame.goAway(0, Http2Server.NO_ERROR), Frame.hangUp())))
                .as("a farewell that leaves it out")
                .isEqualTo(again);
    }

    @Test
    void aRequestThatMayHaveBeenLookedAtIsHeld() throws IOException {
        for (int code : new int[] {
            Http2Server.PROTOCOL_ERROR, Http2Server.INTERNAL_ERROR, Http2Server.CANCEL, Http2Server.ENHANCE_YOUR_CALM
        }) {
            assertThat(first(stream -> List.of(Frame.reset(stream, code))))
                    .as("a stream that is reset with " + code)
                    .isEqualTo(new Seen(1, Map.of(State.IN_DOUBT, 1L), "no-answer: connection lost"));
        }
        assertThat(first(stream -> List.of(Frame.goAway(stream, Http2Server.NO_ERROR), Frame.hangUp())))
                .as("a farewell that includes it")
                .isEqualTo(new Seen(1, Map.of(State.IN_DOUBT, 1L), "no-answer: connection lost"));
        assertThat(first(stream -> List.of(Frame.hangUp())))
                .isEqualTo(new Seen(1, Map.of(State.IN_DOUBT, 1L), "no-answer: connection lost"));
        assertThat(first(stream -> List.of()))
                .as("silence")
                .isEqualTo(new Seen(1, Map.of(State.IN_DOUBT, 1L), "no-answer: timeout"));
    }

    @Test
    void anAnswerThatIsCutIsKeptAsFarAsItCame() throws IOException {
        for (Frame end : List.of(Frame.hangUp(), Frame.goAway(0, Http2Server.INTERNAL_ERROR))) {
            Seen cut = first(stream ->
                    List.of(Frame.status200(stream), Frame.data(stream, "{\"half\":", false), end, Frame.hangUp()));
            assertThat(cut.requests()).isOne();
            assertThat(cut.states()).isEqualTo(Map.of(State.PARTIAL, 1L));
            assertThat(cut.reason()).startsWith("cut: ");
        }
        Seen reset = first(stream -> List.of(
                Frame.status200(stream),
                Frame.data(stream, "{\"half\":", false),
                Frame.reset(stream, Http2Server.REFUSED_STREAM)));
        assertThat(reset.states()).as("refused, and yet answered in part").isEqualTo(Map.of(State.PARTIAL, 1L));
    }

    @Test
    void aFarewellAfterAnAnswerCostsNothing() throws IOException {
        assertThat(seen(2, (serial, stream) -> {
                    List<Frame> frames = new java.util.ArrayList<>(Http2Server.good(stream));
                    frames.add(Frame.goAway(stream, Http2Server.NO_ERROR));
                    return frames;
                }))
                .isEqualTo(new Seen(2, Map.of(State.RESULT, 2L), ""));
    }
}
