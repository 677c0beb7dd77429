package dev.kinprint.cli;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The command line of Kinprint. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code, unless that is 0. */
    public static void main(String[] args) {
        int code = run(args);
        if (code != Exit.OK) {
            System.exit(code);
        }
    }

    /** Runs a command and returns its exit code. */
    static int run(String... args) {
        return run(Console.system(), name -> Optional.ofNullable(System.getenv(name)), args);
    }

    /**
     * Runs a command.
     *
     * @param environment finds the value of an environment variable
     */
    static int run(Console console, Function<String, Optional<String>> environment, String... args) {
        SilentLogging.choose();
        boolean debug = environment
                .apply("KINPRINT_DEBUG")
                .filter(value -> !value.isEmpty() && !value.equals("0"))
                .isPresent();
        Problems problems = new Problems(console, debug);
        int code;
        try {
            code = commands(console, environment, problems, needed(List.of(args)))
                    .execute(args);
        } catch (Error e) {
            // Out of memory, a native library that is missing: the promise of one clear message holds for these too.
            code = problems.of(e);
        }
        try {
            console.end(args.length == 0 ? "" : args[0], code);
        } catch (UncheckedIOException e) {
            return problems.of(e);
        }
        return code;
    }

    /**
     * Which commands must be there in full: those that the arguments name before they ask for help, for what comes after
     * that is not read. All of them where a completion script is asked for, or where a file of arguments may name any.
     */
    private static Predicate<String> needed(List<String> args) {
        boolean all = args.contains(CompletionCommand.NAME) || args.stream().anyMatch(arg -> arg.startsWith("@"));
        List<String> read = args.stream()
                .takeWhile(arg -> !arg.equals("--help") && !arg.equals("-h"))
                .toList();
        return command -> all || read.contains(command);
    }

    /** All commands in full; a test reads their help. */
    static CommandLine commands(Console console, Function<String, Optional<String>> environment, Problems problems) {
        return commands(console, environment, problems, command -> true);
    }

    private static CommandLine commands(
            Console console,
            Function<String, Optional<String>> environment,
            Problems problems,
            Predicate<String> needed) {
        Judge judge = new AuditJudge(environment);
        CommandLine root = new CommandLine(new RootCommand(console, problems));
        CommonAttributes.addTo(root);
        Subcommands commands = new Subcommands(root, needed);
        commands.add(RunCommand.class, () -> new RunCommand(console, environment, judge));
        commands.add(PlanCommand.class, () -> new PlanCommand(console, environment));
        commands.add(DemoCommand.class, () -> new DemoCommand(console, judge));
        commands.add(JudgeCommand.class, () -> new JudgeCommand(console, environment));
        commands.add(ReportCommand.class, () -> new ReportCommand(console, environment));
        commands.add(GateCommand.class, () -> new GateCommand(console, environment));
        commands.add(IdentifyCommand.class, () -> new IdentifyCommand(console, environment));
        commands.add(WatchCommand.class, () -> new WatchCommand(console));
        commands.add(FingerprintCommand.class, () -> new CommandLine(new FingerprintCommand())
                .addSubcommand(new FingerprintCommand.Build(console))
                .addSubcommand(new FingerprintTrial(console)));
        commands.add(ValidateCommand.class, () -> new ValidateCommand(console, environment));
        commands.add(CalibrateCommand.class, () -> new CalibrateCommand(console, environment));
        commands.add(PowerCommand.class, () -> new PowerCommand(console));
        commands.add(SimulateCommand.class, () -> new SimulateCommand(console));
        commands.add(ImportCommand.class, () -> new ImportCommand(console));
        commands.add(CollectCommand.class, () -> new CollectCommand(console));
        commands.add(ReplayCommand.class, () -> new ReplayCommand(console));
        commands.add(DoctorCommand.class, () -> new DoctorCommand(console, environment));
        commands.add(SealCommand.class, () -> new SealCommand(console));
        commands.add(VerifyCommand.class, () -> new VerifyCommand(console, environment));
        commands.add(PackCommand.class, () -> new PackCommand(console));
        commands.add(ProbesCommand.class, () -> new ProbesCommand(console));
        commands.add(ChannelsCommand.class, () -> new ChannelsCommand(console));
        commands.add(ProvidersCommand.class, () -> new ProvidersCommand(console));
        commands.add(LabCommand.class, () -> new LabCommand(console));
        commands.add(InitCommand.class, () -> new InitCommand(console, environment));
        commands.add(ShowCommand.class, () -> new ShowCommand(console));
        commands.add(CompletionCommand.class, () -> new CompletionCommand(console));
        root.getSubcommands().values().forEach(command -> JsonOption.addTo(command, console));
        return root.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setOut(console.answerWriter())
                .setErr(console.noteWriter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(problems)
                .setExecutionExceptionHandler(problems);
    }
}
