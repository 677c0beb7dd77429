package dev.kinprint.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seal that an authority on loopback has seen. */
class TimestampTest {
    @TempDir
    private Path temp;

    private static List<String> failed(Path run, Path root) {
        return Inspection.of(run, Optional.empty(), Optional.of(root)).stream()
                .filter(check -> check.result() == Check.Result.FAIL)
                .map(Check::name)
                .toList();
    }

    @Test
    void theAuthoritysTimeIsKeptAndCheckedOffline() throws Exception {
        SealKey key = SealKey.create(temp.resolve("seal.key"));
        Path run = Runs.make(temp.resolve("run"), 3);
        Path root = temp.resolve("tsa.pem");
        Path stranger = temp.resolve("stranger.pem");
        try (Authority other = Authority.start()) {
            Files.write(stranger, other.pem());
        }
        try (Authority authority = Authority.start()) {
            Files.write(root, authority.pem());
            Seal.Sealed sealed = Seal.seal(run, key, Optional.of(authority.address()), "1", Runs.NOW);
            assertThat(sealed.timestamped().orElseThrow())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
        }
        assertThat(failed(run, root)).isEmpty();
        assertThat(failed(run, stranger)).containsExactly("authority");
        byte[] token = Files.readAllBytes(run.resolve(SealFiles.TIMESTAMP));
        byte[] flipped = token.clone();
        flipped[token.length - 1] ^= 1;
        for (byte[] bad : List.of(flipped, Arrays.copyOf(token, token.length / 2), new byte[0])) {
            Files.write(run.resolve(SealFiles.TIMESTAMP), bad);
            assertThat(failed(run, root)).as("a damaged token").contains("timestamp");
        }
        Files.write(run.resolve(SealFiles.TIMESTAMP), token);
        Seal.seal(run, key, Optional.empty(), "1", Runs.NOW.plusSeconds(1));
        assertThat(failed(run, root)).as("stripped").containsExactly("timestamp");
        Files.write(run.resolve(SealFiles.TIMESTAMP), token);
        assertThat(failed(run, root)).as("of another seal").containsExactly("timestamp");
    }

    @Test
    void anAuthorityThatAnswersSomethingElseIsRefusedAndNothingIsSealed() throws Exception {
        SealKey key = SealKey.create(temp.resolve("seal.key"));
        Path run = Runs.make(temp.resolve("run"), 1);
        try (Authority silly = Authority.silly()) {
            assertThatThrownBy(() -> Seal.seal(run, key, Optional.of(silly.address()), "1", Runs.NOW))
                    .isInstanceOf(OperatorError.class);
        }
        assertThatThrownBy(() -> Seal.seal(run, key, Optional.of(URI.create("http://127.0.0.1:1/")), "1", Runs.NOW))
                .isInstanceOf(OperatorError.class);
        assertThat(run.resolve(SealFiles.MANIFEST)).doesNotExist();
    }
}
