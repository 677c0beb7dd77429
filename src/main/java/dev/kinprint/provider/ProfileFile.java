package dev.kinprint.provider;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads one profile; a key that it does not know is a mistake. */
final class ProfileFile {
    private static final Set<String> KEYS = Set.of(
            "title",
            "date",
            "dialect",
            "baseUrl",
            "hosts",
            "key",
            "headers",
            "maxTokens",
            "params",
            "words",
            "most",
            "rules",
            "upstream",
            "fixed",
            "served",
            "concurrency",
            "pace",
            "note");

    private ProfileFile() {}

    static Profile read(String id, Json file) throws JsonFault {
        for (String key : file.members().keySet()) {
            if (!KEYS.contains(key)) {
                throw new JsonFault("unknown key " + key);
            }
        }
        Json key = file.at("key");
        Optional<KeyRule> rule = key.present()
                ? Optional.of(new KeyRule(
                        texts(key.at("env")),
                        need(key.at("header"), "key.header"),
                        key.at("prefix").text().orElse(""),
                        key.at("optional").truth().orElse(false)))
                : Optional.empty();
        return new Profile(
                id,
                need(file.at("title"), "title"),
                LocalDate.parse(need(file.at("date"), "date")),
                need(file.at("dialect"), "dialect"),
                file.at("baseUrl").text(),
                hosts(file),
                rule,
                map(file.at("headers")),
                need(file.at("maxTokens"), "maxTokens"),
                map(file.at("params")),
                words(file.at("words")),
                numbers(file.at("most")),
                file.at("rules").items().stream().map(ProfileFile::rule).toList(),
                file.at("upstream").text(),
                new TreeMap<>(file.at("fixed").members()),
                file.at("served").text().equals(Optional.of("unchecked")) ? ServedRule.UNCHECKED : ServedRule.SAME,
                file.at("concurrency").whole().orElse(4L).intValue(),
                new Pace(
                        file.at("pace", "calls").whole(),
                        file.at("pace", "tokens").whole()),
                file.at("note").text().orElse(""));
    }

    private static List<String> hosts(Json file) {
        List<String> named = texts(file.at("hosts"));
        return named.isEmpty()
                ? file.at("baseUrl").text().map(url -> URI.create(url).getHost()).stream()
                        .filter(host -> !host.equals("127.0.0.1"))
                        .toList()
                : named;
    }

    private static ModelRule rule(Json rule) {
        return new ModelRule(
                texts(rule.at("models")),
                texts(rule.at("without")),
                texts(rule.at("idle")),
                texts(rule.at("apart")),
                rule.at("why").text().orElse(""));
    }

    private static String need(Json value, String name) throws JsonFault {
        return value.text().orElseThrow(() -> new JsonFault(name + " is missing"));
    }

    private static List<String> texts(Json list) {
        return list.items().stream().flatMap(item -> item.text().stream()).toList();
    }

    private static SortedMap<String, List<String>> words(Json object) {
        SortedMap<String, List<String>> words = new TreeMap<>();
        object.members().forEach((name, list) -> words.put(name, texts(list)));
        return words;
    }

    private static SortedMap<String, BigDecimal> numbers(Json object) {
        SortedMap<String, BigDecimal> numbers = new TreeMap<>();
        object.members().forEach((name, value) -> value.whole()
                .ifPresent(number -> numbers.put(name, BigDecimal.valueOf(number))));
        return numbers;
    }

    private static SortedMap<String, String> map(Json object) {
        SortedMap<String, String> map = new TreeMap<>();
        object.members().forEach((name, value) -> map.put(name, value.text().orElse("")));
        return map;
    }
}
