package dev.kinprint.trace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The tool without a command: it prints its help. */
@Command(
        name = "kinprint-trace",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = TraceCommand.Version.class,
        usageHelpWidth = 100,
        sortOptions = false,
        description = "Says whether a suspect echoes logged exchanges more than chance and kinship explain, which"
                + " accounts' exchanges it echoes, and which accounts look like one harvest.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  kinprint-trace signs log.parquet --out trace/",
            "  kinprint-trace probes log.parquet --n 300 --seed 7 --suspects trace/flagged.txt --out probes.yaml",
            "  kinprint-trace echo log.parquet --run results/traced --out trace/"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all went well",
            "2:wrong usage, or a log that cannot be read",
            "3:too little data for an answer",
            "4:stored bytes are not what they were",
            "70:internal error, or a machine that fails"
        })
final class TraceCommand implements Callable<Integer> {
    private final Screen screen;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TraceCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(screen.answers());
        return 2;
    }

    /** The version of the tool that both jars are built from. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            try (InputStream in = Version.class.getResourceAsStream("/dev/kinprint/cli/version.txt")) {
                if (in == null) {
                    throw new IllegalStateException("version.txt is missing from the program");
                }
                return new String[] {"kinprint-trace " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()};
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
