package dev.kinprint.cli;

import dev.kinprint.provider.KeyRule;
import dev.kinprint.provider.ModelRule;
import dev.kinprint.provider.Profile;
import dev.kinprint.provider.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the vendors that are known. */
@Command(
        name = ProvidersCommand.NAME,
        description = ProvidersCommand.SUMMARY,
        footer = {"  kinprint providers", "  kinprint run audit.yaml --dry-run"})
final class ProvidersCommand implements Callable<Integer> {
    static final String NAME = "providers";
    static final String SUMMARY =
            "Lists the provider profiles: address, name of the key's variable, parameters, and" + " their date.";

    private final Console console;

    ProvidersCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.data("providers", ListingData::providers);
        for (Profile profile : Profiles.all()) {
            StringBuilder rules = new StringBuilder();
            profile.rules().forEach(rule -> rules.append("\n  rule        ").append(line(rule)));
            console.answer(profile.id() + "  " + profile.title() + ", as of " + profile.date()
                    + "\n  dialect     " + profile.dialect()
                    + "\n  address     " + profile.baseUrl().orElse("none: give baseUrl")
                    + "\n  key         "
                    + profile.key().map(ProvidersCommand::key).orElse("none")
                    + "\n  parameters  " + String.join(", ", profile.params().keySet())
                    + rules
                    + (profile.note().isEmpty() ? "" : "\n  note        " + profile.note()));
        }
        return Exit.OK;
    }

    private static String line(ModelRule rule) {
        List<String> parts = new ArrayList<>();
        part("without ", rule.without()).ifPresent(parts::add);
        part("no effect: ", rule.idle()).ifPresent(parts::add);
        part("only one of ", rule.apart()).ifPresent(parts::add);
        return String.join(", ", rule.prefixes()) + " ...: " + String.join("; ", parts) + " (" + rule.why() + ")";
    }

    private static Optional<String> part(String what, List<String> params) {
        return params.isEmpty() ? Optional.empty() : Optional.of(what + String.join(", ", params));
    }

    private static String key(KeyRule rule) {
        return "from " + String.join(" or ", rule.env()) + (rule.optional() ? ", where the server needs one" : "");
    }
}
