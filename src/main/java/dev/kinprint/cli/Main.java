package dev.kinprint.cli;

import java.util.Optional;
import java.util.function.Function;
import java.util.logging.LogManager;
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
        // Libraries log what vendors send, and some log at start; what matters comes back as a value or an exception.
        LogManager.getLogManager().reset();
        boolean debug = environment
                .apply("KINPRINT_DEBUG")
                .filter(value -> !value.isEmpty() && !value.equals("0"))
                .isPresent();
        Problems problems = new Problems(console, debug);
        try {
            return commands(console, environment, problems).execute(args);
        } catch (Error e) {
            // Out of memory, a native library that is missing: the promise of one clear message holds for these too.
            return problems.of(e);
        }
    }

    /** The commands; a test reads their help. */
    static CommandLine commands(Console console, Function<String, Optional<String>> environment, Problems problems) {
        Judge judge = new AuditJudge(environment);
        CommandLine root = new CommandLine(new RootCommand(console, problems));
        root.addSubcommand(new RunCommand(console, environment, judge));
        root.addSubcommand(new PlanCommand(console, environment));
        root.addSubcommand(new DemoCommand(console, judge));
        root.addSubcommand(new JudgeCommand(console, environment));
        root.addSubcommand(new ReportCommand(console, environment));
        root.addSubcommand(new GateCommand(console, environment));
        root.addSubcommand(new IdentifyCommand(console, environment));
        root.addSubcommand(new WatchCommand(console));
        root.addSubcommand(new CommandLine(new FingerprintCommand())
                .addSubcommand(new FingerprintCommand.Build(console))
                .addSubcommand(new FingerprintTrial(console)));
        root.addSubcommand(new ValidateCommand(console, environment));
        root.addSubcommand(new CalibrateCommand(console, environment));
        root.addSubcommand(new PowerCommand(console));
        root.addSubcommand(new ImportCommand(console));
        root.addSubcommand(new DoctorCommand(console, environment));
        root.addSubcommand(new SealCommand(console));
        root.addSubcommand(new VerifyCommand(console, environment));
        root.addSubcommand(new PackCommand(console));
        root.addSubcommand(new ProbesCommand(console));
        root.addSubcommand(new ChannelsCommand(console));
        root.addSubcommand(new ProvidersCommand(console));
        root.addSubcommand(new LabCommand(console));
        root.addSubcommand(new SimulateCommand(console));
        root.addSubcommand(new InitCommand(console, environment));
        root.addSubcommand(new ShowCommand(console));
        root.addSubcommand(new CompletionCommand(console));
        return root.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setOut(console.answerWriter())
                .setErr(console.noteWriter())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(problems)
                .setExecutionExceptionHandler(problems);
    }
}
