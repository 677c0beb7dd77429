package dev.kinprint.provider;

import dev.kinprint.json.Json;
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
 * @param hosts the hosts that its key may go to; one that begins with a dot stands for all names that end so
 * @param key how the key is sent; none where no key is ever needed
 * @param headers headers sent with every request
 * @param maxTokens the path of the token limit in the body, with dots between the steps
 * @param params by neutral name of a parameter, its path in the body
 * @param rules exceptions for some models
 * @param fixed by path in the body, what every request holds, as JSON text
 * @param served how the name of the model that answered must agree
 * @param concurrency how many calls may be in flight at first
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
        List<ModelRule> rules,
        SortedMap<String, Json> fixed,
        ServedRule served,
        int concurrency,
        String note) {

    /** Copies the collections; refuses a concurrency under 1. */
    public Profile {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) headers));
        params = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) params));
        fixed = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Json>) fixed));
        rules = List.copyOf(rules);
        hosts = List.copyOf(hosts);
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency: " + concurrency + " in profile " + id);
        }
    }

    /** Whether a host is one of this vendor's own. */
    public boolean owns(String host) {
        return hosts.stream().anyMatch(own -> own.startsWith(".") ? host.endsWith(own) : host.equals(own));
    }

    /** Why a model does not take a parameter, or empty where it does. */
    Optional<String> refuses(String model, String param) {
        if (!params.containsKey(param)) {
            return Optional.of(title + " has no such parameter");
        }
        return rules.stream()
                .filter(rule -> rule.covers(model) && rule.without().contains(param))
                .map(ModelRule::why)
                .findFirst();
    }
}
