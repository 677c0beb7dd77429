package dev.kinprint.cli;

import dev.kinprint.channel.Channels;
import dev.kinprint.channel.SideTests;
import dev.kinprint.json.Json;
import dev.kinprint.provider.KeyRule;
import dev.kinprint.provider.Profile;
import dev.kinprint.provider.Profiles;
import dev.kinprint.suite.Finding;
import dev.kinprint.suite.Suite;
import java.util.List;
import java.util.Locale;

/** What is built in, for whoever reads JSON. */
final class ListingData {
    private ListingData() {}

    static Json providers() {
        return Json.array(Profiles.all().stream().map(ListingData::provider).toList());
    }

    private static Json provider(Profile profile) {
        return Json.object(
                "id", profile.id(),
                "title", profile.title(),
                "date", profile.date().toString(),
                "dialect", profile.dialect(),
                "baseUrl", profile.baseUrl(),
                "keyVariables", profile.key().map(KeyRule::env).orElse(List.of()),
                "keyOptional", profile.key().map(KeyRule::optional).orElse(true),
                "parameters", profile.params().keySet(),
                "rules",
                        profile.rules().stream()
                                .map(rule -> Json.object(
                                        "models", rule.prefixes(),
                                        "without", rule.without(),
                                        "idle", rule.idle(),
                                        "apart", rule.apart(),
                                        "why", rule.why()))
                                .toList(),
                "note", profile.note());
    }

    static Json channels() {
        return Json.array(Channels.all().stream()
                .map(one -> line(one.id(), one.title(), one.unit(), one.limits()))
                .toList());
    }

    static Json sideTests() {
        return Json.array(SideTests.all().stream()
                .map(one -> line(one.id(), one.title(), one.unit(), one.limits()))
                .toList());
    }

    private static Json line(String id, String compares, String unit, String limits) {
        return Json.object("id", id, "compares", compares, "unit", unit, "limits", limits);
    }

    static Json suites(List<Suite> suites) {
        return Json.array(suites.stream()
                .map(suite -> Json.object("sha256", suite.hash(), "suite", suite.toJson()))
                .toList());
    }

    static Json findings(List<Finding> findings) {
        return Json.array(findings.stream()
                .map(finding -> Json.object(
                        "kind", finding.kind().name().toLowerCase(Locale.ROOT),
                        "suite", finding.suite(),
                        "probe", finding.probe(),
                        "words", finding.text()))
                .toList());
    }
}
