package dev.kinprint.suite;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model under study, and how it is reached.
 *
 * @param id its short name in every table
 * @param role what it is in this audit
 * @param provider the provider profile that says how it is spoken to
 * @param model the name sent to the provider
 * @param baseUrl where it is reached, instead of the profile's own address
 * @param keyEnv the name of the environment variable that holds the key, instead of the profile's own
 * @param local whether it runs on this machine's loopback, without a key and at no cost
 * @param origin what is declared about its descent
 * @param relationship what is declared about its relation to other subjects, by their id; printed, never scored
 * @param params sampling parameters for this subject alone, by name
 */
public record Subject(
        String id,
        Role role,
        String provider,
        String model,
        Optional<String> baseUrl,
        Optional<String> keyEnv,
        boolean local,
        Origin origin,
        SortedMap<String, Relationship> relationship,
        SortedMap<String, String> params) {

    /** What a model is in an audit. */
    public enum Role {
        /** The model under question. */
        SUSPECT,
        /** A possible source. */
        CANDIDATE,
        /** Background. */
        PANEL
    }

    /** What is declared about permission. */
    public enum Relationship {
        /** A lab's own model. */
        OWN,
        /** With the source's permission. */
        LICENSED,
        /** Against the source's terms. */
        PROHIBITED,
        /** Nothing is declared. */
        UNKNOWN
    }

    /** Checks the id and copies the maps. */
    public Subject {
        Ids.check("id", id);
        relationship =
                java.util.Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, Relationship>) relationship));
        params = java.util.Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) params));
    }
}
