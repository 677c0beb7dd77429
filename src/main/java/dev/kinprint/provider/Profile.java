package dev.kinprint.provider;

import dev.kinprint.json.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one vendor's interface at a date. It is data: a vendor that speaks a known dialect is a new file.
 *
 * @param id its name in audit files
 * @param title its name for people
 * @param date the day on which the facts were read
 * @param dialect the wire format
 * @param baseUrl where it is reached; none where every user has an address of their own
 * @param hosts the hosts that its key may go to; an asterisk in one stands for one part of a name
 * @param key how the key is sent; none where no key is ever needed
 * @param headers headers sent with every request
 * @param maxTokens the path of the token limit in the body, with dots between the steps
 * @param params by neutral name of a parameter, its path in the body
 * @param words by neutral name of a parameter, the words that it may be; a parameter that is not here is a number
 * @param most by neutral name of a parameter, its greatest value
 * @param rules exceptions for some models
 * @param upstream where the body names who shall run the model, for a vendor that passes questions on; the operator
 *     writes that name after an at sign behind the model's
 * @param fixed by path in the body, what every request holds, as JSON text
 * @param served how the name of the model that answered must agree
 * @param concurrency how many calls may be in flight at first
 * @param pace how many calls and tokens a minute are allowed at first
 * @param note what a user should know
 */
public record Profile(
        String id,
        String title,
        LocalDate date,
        String dialect,
        Optional<String> baseUrl,
        List<String> hosts,
        Optional<KeyRule> key,
        SortedMap<String, String> headers,
        String maxTokens,
        SortedMap<String, String> params,
        SortedMap<String, List<String>> words,
        SortedMap<String, BigDecimal> most,
        List<ModelRule> rules,
        Optional<String> upstream,
        SortedMap<String, Json> fixed,
        ServedRule served,
        int concurrency,
        Pace pace,
        String note) {

    /**
     * A model's name and who shall run it.
     *
     * @param model the name that is sent
     * @param upstream who runs it; empty where nothing is said
     */
    public record Route(String model, Optional<String> upstream) {}

    /** Copies the collections; refuses a concurrency under 1. */
    public Profile {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) headers));
        params = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) params));
        words = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, List<String>>) words));
        most = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, BigDecimal>) most));
        fixed = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Json>) fixed));
        rules = List.copyOf(rules);
        hosts = List.copyOf(hosts);
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency: " + concurrency + " in profile " + id);
        }
    }

    /** Whether a host is one of this vendor's own. */
    public boolean owns(String host) {
        return hosts.stream().anyMatch(own -> matches(own.split("\\.", -1), host.split("\\.", -1)));
    }

    private static boolean matches(String[] own, String[] host) {
        if (own.length != host.length) {
            return false;
        }
        for (int i = 0; i < own.length; i++) {
            if (!own[i].equals("*") && !own[i].equals(host[i])) {
                return false;
            }
        }
        return true;
    }

    /** A model's name as an audit writes it, taken apart. */
    public Route split(String model) {
        int at = upstream.isPresent() ? model.lastIndexOf('@') : -1;
        return at <= 0 || at == model.length() - 1
                ? new Route(model, Optional.empty())
                : new Route(model.substring(0, at), Optional.of(model.substring(at + 1)));
    }

    /** Why a model does not take a parameter with this value beside these others, or empty where it does. */
    public Optional<String> refuses(String model, String param, SortedMap<String, String> all) {
        if (!params.containsKey(param)) {
            return Optional.of(title + " has no such parameter");
        }
        for (ModelRule rule : rules) {
            boolean second = rule.apart().contains(param)
                    && rule.apart().stream().anyMatch(other -> other.compareTo(param) < 0 && all.containsKey(other));
            if (rule.covers(model) && (second || rule.without().contains(param))) {
                return Optional.of(rule.why());
            }
        }
        return outside(param, all.getOrDefault(param, ""));
    }

    private Optional<String> outside(String param, String value) {
        List<String> known = words.getOrDefault(param, List.of());
        if (!known.isEmpty()) {
            return known.contains(value)
                    ? Optional.empty()
                    : Optional.of(title + " knows " + String.join(", ", known) + " and not '" + value + "'");
        }
        BigDecimal limit = most.get(param);
        return limit != null
                        && Parameters.number(value)
                                .filter(number -> number.compareTo(limit) > 0)
                                .isPresent()
                ? Optional.of(title + " takes at most " + limit.toPlainString())
                : Optional.empty();
    }

    /** Why a model takes a parameter and pays no heed to it, or empty where it does not do so. */
    public Optional<String> ignores(String model, String param) {
        return rules.stream()
                .filter(rule -> rule.covers(model) && rule.idle().contains(param))
                .map(ModelRule::why)
                .findFirst();
    }
}
