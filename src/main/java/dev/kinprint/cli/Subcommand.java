package dev.kinprint.cli;

import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands, in the order of the help. Names and summaries are constants of the classes, which the compiler copies to
 * here; so a list of the commands loads none of them.
 */
enum Subcommand {
    RUN(RunCommand.NAME, RunCommand.SUMMARY),
    PLAN(PlanCommand.NAME, PlanCommand.SUMMARY),
    DEMO(DemoCommand.NAME, DemoCommand.SUMMARY),
    JUDGE(JudgeCommand.NAME, JudgeCommand.SUMMARY),
    REPORT(ReportCommand.NAME, ReportCommand.SUMMARY),
    GATE(GateCommand.NAME, GateCommand.SUMMARY),
    IDENTIFY(IdentifyCommand.NAME, IdentifyCommand.SUMMARY),
    WATCH(WatchCommand.NAME, WatchCommand.SUMMARY),
    FINGERPRINT(FingerprintCommand.NAME, FingerprintCommand.SUMMARY),
    VALIDATE(ValidateCommand.NAME, ValidateCommand.SUMMARY),
    CALIBRATE(CalibrateCommand.NAME, CalibrateCommand.SUMMARY),
    POWER(PowerCommand.NAME, PowerCommand.SUMMARY),
    SIMULATE(SimulateCommand.NAME, SimulateCommand.SUMMARY),
    IMPORT(ImportCommand.NAME, ImportCommand.SUMMARY),
    COLLECT(CollectCommand.NAME, CollectCommand.SUMMARY),
    REPLAY(ReplayCommand.NAME, ReplayCommand.SUMMARY),
    DOCTOR(DoctorCommand.NAME, DoctorCommand.SUMMARY),
    SEAL(SealCommand.NAME, SealCommand.SUMMARY),
    VERIFY(VerifyCommand.NAME, VerifyCommand.SUMMARY),
    PACK(PackCommand.NAME, PackCommand.SUMMARY),
    PROBES(ProbesCommand.NAME, ProbesCommand.SUMMARY),
    CHANNELS(ChannelsCommand.NAME, ChannelsCommand.SUMMARY),
    PROVIDERS(ProvidersCommand.NAME, ProvidersCommand.SUMMARY),
    LAB(LabCommand.NAME, LabCommand.SUMMARY),
    INIT(InitCommand.NAME, InitCommand.SUMMARY),
    SHOW(ShowCommand.NAME, ShowCommand.SUMMARY),
    COMPLETION(CompletionCommand.NAME, CompletionCommand.SUMMARY);

    private final String title;
    private final String summary;

    Subcommand(String title, String summary) {
        this.title = title;
        this.summary = summary;
    }

    /** What one types to get it. */
    String title() {
        return title;
    }

    /** What the list of all commands shows of it, and no more: reading the options of all takes longer than most do. */
    CommandLine listed() {
        CommandSpec listed = CommandSpec.create().name(title).interpolateVariables(false);
        listed.usageMessage().description(summary);
        return new CommandLine(listed);
    }

    /** The whole command. */
    CommandLine full(Console console, Function<String, Optional<String>> environment) {
        Object made =
                switch (this) {
                    case RUN -> new RunCommand(console, environment, new AuditJudge(environment));
                    case PLAN -> new PlanCommand(console, environment);
                    case DEMO -> new DemoCommand(console, new AuditJudge(environment));
                    case JUDGE -> new JudgeCommand(console, environment);
                    case REPORT -> new ReportCommand(console, environment);
                    case GATE -> new GateCommand(console, environment);
                    case IDENTIFY -> new IdentifyCommand(console, environment);
                    case WATCH -> new WatchCommand(console);
                    case FINGERPRINT ->
                        new CommandLine(new FingerprintCommand())
                                .addSubcommand(new FingerprintCommand.Build(console))
                                .addSubcommand(new FingerprintTrial(console));
                    case VALIDATE -> new ValidateCommand(console, environment);
                    case CALIBRATE -> new CalibrateCommand(console, environment);
                    case POWER -> new PowerCommand(console);
                    case SIMULATE -> new SimulateCommand(console);
                    case IMPORT -> new ImportCommand(console);
                    case COLLECT -> new CollectCommand(console);
                    case REPLAY -> new ReplayCommand(console);
                    case DOCTOR -> new DoctorCommand(console, environment);
                    case SEAL -> new SealCommand(console);
                    case VERIFY -> new VerifyCommand(console, environment);
                    case PACK -> new PackCommand(console);
                    case PROBES -> new ProbesCommand(console);
                    case CHANNELS -> new ChannelsCommand(console);
                    case PROVIDERS -> new ProvidersCommand(console);
                    case LAB -> new LabCommand(console);
                    case INIT -> new InitCommand(console, environment);
                    case SHOW -> new ShowCommand(console);
                    case COMPLETION -> new CompletionCommand(console);
                };
        CommandLine line = made instanceof CommandLine ready ? ready : new CommandLine(made);
        CommonAttributes.addTo(line);
        return line;
    }
}
