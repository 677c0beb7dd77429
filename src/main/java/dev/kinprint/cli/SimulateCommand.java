package dev.kinprint.cli;

import dev.kinprint.calibrate.Calibrations;
import dev.kinprint.calibrate.Simulation;
import dev.kinprint.calibrate.SimulationFigures;
import dev.kinprint.calibrate.SimulationJson;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.report.SimulationPage;
import dev.kinprint.suite.Probe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges models of made-up worlds, of which it is known what they are. */
@Command(
        name = SimulateCommand.NAME,
        description = SimulateCommand.SUMMARY,
        footer = {
            "  kinprint simulate --out results/simulation",
            "  kinprint simulate --worlds 301,302 --doses 0,100 --probes 24 --panel 42 \\\n      --out check"
        })
final class SimulateCommand implements Callable<Integer> {
    static final String NAME = "simulate";
    static final String SUMMARY = "Judges models of the lab's worlds like those of an audit, with the calibration that"
            + " the demo uses, and writes how often strangers are accused and how often sources are"
            + " found: by dose, number of probes and size of the background.";

    private final Console console;

    @Option(
            names = "--worlds",
            split = ",",
            paramLabel = "SEED",
            defaultValue = "201,202,203,204",
            description = "The worlds. Those from 101 to 106 made the calibration. Default: ${DEFAULT-VALUE}.")
    private List<Long> worlds = List.of();

    @Option(
            names = "--doses",
            split = ",",
            paramLabel = "PERCENT",
            defaultValue = "0,10,20,30,50,75,100",
            description =
                    "How many percent of a student's training texts its teacher wrote. Default: ${DEFAULT-VALUE}.")
    private List<Integer> doses = List.of();

    @Option(
            names = "--probes",
            split = ",",
            paramLabel = "N",
            defaultValue = "24,48,96",
            description = "Numbers of questions of the suite. Default: ${DEFAULT-VALUE}.")
    private List<Integer> probes = List.of();

    @Option(
            names = "--panel",
            split = ",",
            paramLabel = "N",
            defaultValue = "40,10,5",
            description = "How many labs the background comes from. All numbers of probes are tried with the first, all"
                    + " others with the first number of probes. Default: ${DEFAULT-VALUE}.")
    private List<Integer> panel = List.of();

    @Option(
            names = "--suite",
            paramLabel = "SUITE|FILE",
            defaultValue = "core",
            description = "Whose probes are asked. Default: ${DEFAULT-VALUE}.")
    private String suite = "core";

    @Option(
            names = "--draws",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many bootstrap draws decide whether a ratio is settled. Default: ${DEFAULT-VALUE}.")
    private int draws = 50;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all draws. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where README.md and simulation.json are written.")
    private Path out = Path.of("");

    SimulateCommand(Console console) {
        this.console = console;
    }

    /** A number of probes and a size of the background. */
    private record Setting(int probes, int labs) {}

    @Override
    public Integer call() throws IOException {
        List<Probe> all = NamedSuite.find(suite).probes();
        check(all.size());
        List<Probe> asked = SimulatedWorld.spread(Collections.max(probes), all.size()).stream()
                .map(all::get)
                .toList();
        Set<Setting> settings = new LinkedHashSet<>();
        probes.forEach(count -> settings.add(new Setting(count, panel.get(0))));
        panel.forEach(labs -> settings.add(new Setting(probes.get(0), labs)));
        Calibrations calibration = Calibrations.named(Calibrations.LAB);
        Map<Setting, List<Simulation.Weighed>> found =
                new TreeMap<>(java.util.Comparator.comparingInt(Setting::probes).thenComparing(Setting::labs));
        for (long world : worlds) {
            console.note("World " + world + " ...");
            SimulatedWorld simulated = new SimulatedWorld(
                    world,
                    doses,
                    asked,
                    Collections.max(panel),
                    calibration.source().samples());
            for (Setting setting : settings) {
                found.computeIfAbsent(setting, s -> new ArrayList<>())
                        .addAll(simulated.judge(calibration, setting.probes(), setting.labs(), draws, seed));
            }
        }
        List<SimulationFigures> figures = new ArrayList<>();
        found.forEach((setting, weighed) ->
                figures.add(SimulationFigures.of(setting.probes(), setting.labs(), weighed, seed)));
        write(new Simulation(calibration.id(), worlds, doses, figures));
        return Exit.OK;
    }

    private void check(int most) {
        for (int dose : doses) {
            range("--doses", dose, 0, 100);
        }
        for (int count : probes) {
            range("--probes", count, 1, most);
        }
        for (int labs : panel) {
            range("--panel", labs, 1, SimulatedWorld.LABS);
        }
        range("--draws", draws, 1, Integer.MAX_VALUE);
    }

    private static void range(String option, int number, int least, int most) {
        if (number < least || number > most) {
            throw OperatorError.usage(
                    "The simulation cannot be made",
                    option + " " + number,
                    "it is not from " + least + " to " + most,
                    "Give a number in that range.");
        }
    }

    private void write(Simulation simulation) throws IOException {
        Files.createDirectories(out);
        Files.writeString(
                out.resolve("simulation.json"), SimulationJson.of(simulation).pretty(), StandardCharsets.UTF_8);
        Files.writeString(out.resolve("README.md"), SimulationPage.of(simulation, command()), StandardCharsets.UTF_8);
        console.data("simulation", () -> SimulationJson.of(simulation));
        console.answer("Wrote " + out.resolve("README.md") + " and " + out.resolve("simulation.json") + ": "
                + simulation.worlds().size() + " worlds, "
                + simulation.settings().size() + " settings");
    }

    /** The command that makes the same again. */
    private String command() {
        return "kinprint simulate --worlds " + words(worlds) + " --doses " + words(doses) + " --probes " + words(probes)
                + " --panel " + words(panel) + " --suite " + suite + " --draws " + draws + " --seed " + seed + " --out "
                + out;
    }

    private static String words(List<?> values) {
        return String.join(",", values.stream().map(String::valueOf).toList());
    }
}
