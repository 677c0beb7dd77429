package dev.kinprint.cli;

import dev.kinprint.custody.Seal;
import dev.kinprint.custody.SealKey;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Seals a run. */
@Command(
        name = SealCommand.NAME,
        description = SealCommand.SUMMARY + " Uses no network, unless a timestamp authority is named.",
        footer = {
            "  kinprint seal results/acme-audit --new-key seal.key",
            "  kinprint seal results/acme-audit --key seal.key \\\n      --tsa https://tsa.example/tsr"
        })
final class SealCommand implements Callable<Integer> {
    static final String NAME = "seal";
    static final String SUMMARY = "Hashes every row and file of a run and signs the hashes, so that others can see"
            + " later that nothing was changed.";

    private final Console console;

    @Parameters(paramLabel = "RUN", description = "The folder of a run.")
    private Path run = Path.of("");

    @Option(names = "--key", paramLabel = "FILE", description = "The key that signs.")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--new-key", paramLabel = "FILE", description = "Make a key in this file, and sign with it.")
    private Optional<Path> newKey = Optional.empty();

    @Option(
            names = "--tsa",
            paramLabel = "URL",
            description = "A timestamp authority (RFC 3161). It sees a hash, and nothing else.")
    private Optional<URI> authority = Optional.empty();

    SealCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (key.isPresent() == newKey.isPresent()) {
            throw OperatorError.usage(
                    "It is not clear who signs",
                    "--key, --new-key",
                    key.isPresent() ? "both are given" : "neither is given",
                    "Name a key with --key FILE, or make one with --new-key FILE.");
        }
        SealKey signer = key.map(SealKey::read).orElseGet(() -> SealKey.create(newKey.orElseThrow()));
        Seal.Sealed sealed = Seal.seal(run, signer, authority, Version.number(), Instant.now());
        console.data(
                "seal",
                () -> Json.object(
                        "run", run.toString(),
                        "rows", sealed.rows(),
                        "files", sealed.files(),
                        "merkleRoot", sealed.merkle(),
                        "publicKey", signer.publicKey(),
                        "timestamp", sealed.timestamped().map(Instant::toString)));
        console.answer("Sealed " + sealed.rows() + " rows and " + sealed.files() + " files of " + run + ".");
        console.answer("Merkle root  " + sealed.merkle());
        console.answer("Public key   " + signer.publicKey());
        sealed.timestamped().ifPresent(at -> console.answer("Timestamp    " + at));
        console.answer(
                "Publish the root, or give it to someone: only that shows later that no rows were cut off and the"
                        + " rest sealed anew.");
        return Exit.OK;
    }
}
