package dev.kinprint.cli;

import dev.kinprint.archive.Archive;
import dev.kinprint.archive.State;
import dev.kinprint.archive.StoredExchange;
import dev.kinprint.collect.CollectListener;
import dev.kinprint.collect.CollectOptions;
import dev.kinprint.collect.Collector;
import dev.kinprint.collect.Outlet;
import dev.kinprint.collect.Plan;
import dev.kinprint.collect.Respondent;
import dev.kinprint.json.Json;
import dev.kinprint.provider.Profile;
import dev.kinprint.provider.Profiles;
import dev.kinprint.suite.Audit;
import dev.kinprint.suite.Limits;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.RunSettings;
import dev.kinprint.suite.Subject;
import dev.kinprint.suite.Turn;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks whether a run can work on this machine. */
@Command(
        name = DoctorCommand.NAME,
        description = DoctorCommand.SUMMARY + " With --live each model gets one small question, and nothing is kept.",
        footer = {"  kinprint doctor audit.yaml", "  kinprint doctor audit.yaml --live"})
final class DoctorCommand implements Callable<Integer> {
    static final String NAME = "doctor";
    static final String SUMMARY = "Shows what a run depends on: Java, encoding, disk, the way to the network, and for"
            + " each model whether its key is set (its last four characters).";

    private static final int SHOWN = 4;
    private static final int LONG_ENOUGH = 12;

    private final Console console;
    private final Function<String, Optional<String>> environment;

    @Mixin
    private AuditOptions options = new AuditOptions();

    @Option(names = "--live", description = "Ask each model one small question, which costs a little.")
    private boolean live;

    DoctorCommand(Console console, Function<String, Optional<String>> environment) {
        this.console = console;
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Audit audit = options.audit();
        Outlet outlet = Outlet.of(environment);
        outlet.trust();
        console.answer("java      " + Runtime.version() + " on " + System.getProperty("os.name"));
        console.answer("encoding  files UTF-8, output " + Charset.defaultCharset());
        console.answer("disk      " + free(audit.run().out()));
        console.answer("proxy     "
                + outlet.proxy()
                        .map(proxy -> "http://" + proxy.getHostString() + ":" + proxy.getPort() + ", but not for this"
                                + " machine"
                                + outlet.direct().stream()
                                        .map(host -> ", " + host)
                                        .reduce("", String::concat)
                                + "; the proxy resolves names")
                        .orElse("none (HTTPS_PROXY is not set)"));
        console.answer("CA        "
                + outlet.authorities()
                        .map(file -> "Java's own and those of " + file)
                        .orElse("Java's own (KINPRINT_CA_FILE is not set)"));
        console.data(
                "machine",
                () -> Json.object(
                        "java", Runtime.version().toString(),
                        "system", System.getProperty("os.name"),
                        "output", Charset.defaultCharset().name(),
                        "disk", free(audit.run().out()),
                        "proxy", outlet.proxy().map(proxy -> proxy.getHostString() + ":" + proxy.getPort()),
                        "authorities", outlet.authorities().map(Object::toString)));
        console.data(
                "models",
                () -> Json.array(audit.models().stream()
                        .map(subject -> Json.object(
                                "id", subject.id(),
                                "provider", subject.provider(),
                                "model", subject.model(),
                                "ready", key(subject).there(),
                                "key", key(subject).words()))
                        .toList()));
        boolean complete = true;
        for (Subject subject : audit.models()) {
            Key key = key(subject);
            complete &= key.there();
            console.answer(subject.id() + "  " + subject.provider() + "  " + subject.model() + "  " + key.words());
        }
        if (!complete) {
            return Exit.AUTHENTICATION;
        }
        return live ? ask(audit) : Exit.OK;
    }

    private record Key(boolean there, String words) {}

    private Key key(Subject subject) {
        Optional<Profile> profile = Profiles.find(subject.provider());
        if (subject.local() || profile.flatMap(Profile::key).isEmpty()) {
            return new Key(true, "needs no key");
        }
        List<String> names = subject.keyEnv()
                .map(List::of)
                .orElse(profile.get().key().orElseThrow().env());
        for (String name : names) {
            Optional<String> value = environment.apply(name).map(String::strip).filter(text -> !text.isEmpty());
            if (value.isPresent()) {
                String text = value.get();
                // Four characters of a short key would be much of it.
                String end = text.length() < LONG_ENOUGH ? "" : " ..." + text.substring(text.length() - SHOWN);
                return new Key(true, "key in " + name + end);
            }
        }
        boolean optional =
                profile.get().key().orElseThrow().optional() && subject.keyEnv().isEmpty();
        return new Key(optional, optional ? "no key" : "NO KEY: " + String.join(" or ", names) + " is not set");
    }

    private static String free(Path folder) {
        File there = folder.toAbsolutePath().toFile();
        while (!there.exists() && there.getParentFile() != null) {
            there = there.getParentFile();
        }
        try {
            return Files.getFileStore(there.toPath()).getUsableSpace() / (1 << 20) + " MiB free at " + folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the disk of " + folder + " cannot be looked at", e);
        }
    }

    /** One question to each model, in an archive that is gone afterwards. */
    private int ask(Audit audit) {
        Probe probe = new Probe(
                "doctor",
                Probe.Category.OPEN,
                "en",
                "to see whether it answers",
                List.of(new Turn(Turn.Speaker.USER, "Reply with the word yes.")),
                64,
                1,
                Optional.empty());
        Audit one = new Audit(
                new RunSettings(
                        audit.run().name(),
                        Optional.of(1),
                        audit.run().seed(),
                        audit.run().out()),
                audit.limits(),
                audit.models(),
                audit.panel(),
                audit.params(),
                audit.probes(),
                audit.judge(),
                audit.gate());
        Plan plan = Plan.of(one, List.of(probe), options.plan(environment));
        Limits limits = new Limits(
                audit.limits().budgetUsd(),
                Optional.of(audit.models().size()),
                audit.limits().deadline(),
                4);
        boolean[] well = {true};
        try (Archive archive = Archive.inMemory()) {
            new Collector(
                            archive,
                            plan,
                            limits,
                            new CollectOptions(0, 0, CollectOptions.DEFAULT.drain(), 1),
                            CollectListener.SILENT)
                    .run();
            List<Respondent> respondents = Respondent.of(archive);
            List<Json> answers = new ArrayList<>();
            archive.forEach(held -> {
                well[0] &= held.state() == State.RESULT;
                answers.add(CellData.standing(held));
                console.answer(line(held, respondents));
            });
            console.data("answers", () -> Json.array(answers));
        }
        return well[0] ? Exit.OK : Exit.AUTHENTICATION;
    }

    private static String line(StoredExchange held, List<Respondent> respondents) {
        String subject = held.cell().key().subject();
        Stream<String> served = respondents.stream()
                .filter(one -> one.subject().equals(subject))
                .flatMap(one -> one.flags().isEmpty()
                        ? Stream.of(
                                one.served().isEmpty() ? "does not say who answered" : "answers as the model asked for")
                        : one.flags().stream());
        String status = held.reply().map(reply -> " " + reply.status()).orElse("");
        return TerminalText.line(
                subject + "  " + held.state() + status + "  " + held.reason() + " "
                        + String.join("; ", served.toList()),
                300);
    }
}
