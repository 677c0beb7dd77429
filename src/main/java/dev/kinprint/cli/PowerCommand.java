package dev.kinprint.cli;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Power;
import dev.kinprint.calibrate.PowerJson;
import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how often related pairs reach a likelihood ratio. */
@Command(
        name = PowerCommand.NAME,
        description = PowerCommand.SUMMARY + " `plan` rests on it.",
        footer = {"  kinprint power --want-lr 30", "  kinprint power --calibration ours.json.gz --out power.json"})
final class PowerCommand implements Callable<Integer> {
    static final String NAME = "power";
    static final String SUMMARY = "Shows how often the related pairs of a calibration reach a likelihood ratio, by"
            + " number of questions, each weighed by a fit that left out its clusters.";

    private final Console console;

    @Option(
            names = "--calibration",
            paramLabel = "builtin|lab|FILE",
            defaultValue = Calibrations.BUILTIN,
            description = "Whose pairs are weighed. Default: ${DEFAULT-VALUE}.")
    private String calibration = Calibrations.BUILTIN;

    @Mixin
    private WantedRatio wanted = new WantedRatio();

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "The day that is noted in the file. Default: today.")
    private Optional<LocalDate> date = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Where the weighed pairs go, as JSON.")
    private Optional<Path> out = Optional.empty();

    PowerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        double ratio = wanted.or(WantedRatio.LEAST_NAMED);
        Power power = Calibrations.named(calibration).power(date.orElseGet(() -> LocalDate.now(ZoneOffset.UTC)));
        console.data("power", () -> PowerJson.of(power));
        console.data("wantedRatio", () -> Json.of(ratio));
        console.answer("Share of related pairs that reach a ratio of " + PowerTable.ratio(ratio)
                + ", by number of questions, with " + power.calibration() + ":");
        console.answer(PowerTable.of(power, ratio));
        if (out.isPresent()) {
            Files.writeString(
                    out.get(),
                    new String(PowerJson.of(power).canonical(), StandardCharsets.UTF_8) + "\n",
                    StandardCharsets.UTF_8);
            console.note("Weighed pairs: " + out.get());
        }
        return Exit.OK;
    }
}
