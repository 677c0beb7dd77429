package dev.kinprint.calibrate;

import dev.kinprint.calibrate.Documented.Descent;
import dev.kinprint.channel.Authors;
import dev.kinprint.channel.Authors.Author;
import dev.kinprint.channel.Channels;
import dev.kinprint.channel.Material;
import dev.kinprint.channel.Profiles;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.suite.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A made-up world of known lineage: sources of labs of their own, and for some of them a wrapper (the same author), a
 * derived model (the same content in another style) and a student (the same style with other content).
 */
record Lineages(Corpus corpus, List<Documented> rows) {
    static final int SOURCES = 26;
    static final int QUESTIONS = 16;
    static final List<String> CHANNELS = List.of(
            "content-ngram",
            "function-words",
            "bigrams",
            "style-first",
            "style-rest",
            "openings",
            "closings",
            "format");

    static Lineages of(long seed) {
        return of(seed, SOURCES);
    }

    static Lineages of(long seed, int sources) {
        List<Author> authors = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Documented> rows = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            long key = seed * 1_000 + i;
            String id = String.format(java.util.Locale.ROOT, "s%02d", i);
            add(authors, names, rows, Author.own(key), id, id, "own", List.of(), Descent.INDEPENDENT, true);
            if (i % 3 == 0) {
                Author wrapper = new Author(key + 100, key, key, Origin.unknown());
                add(authors, names, rows, wrapper, "wrapper-" + id, id, id, List.of(), Descent.PROMPT_VARIANT, false);
            } else if (i % 3 == 1) {
                Author derived = new Author(key + 200, key + 200, key, Origin.unknown());
                add(authors, names, rows, derived, "derived-" + id, "d" + id, id, List.of(), Descent.SAME_BASE, false);
            } else {
                Author student = new Author(key + 300, key, key + 300, Origin.unknown());
                add(
                        authors,
                        names,
                        rows,
                        student,
                        "student-" + id,
                        "t" + id,
                        "own",
                        List.of(id),
                        Descent.DISTILLED,
                        false);
            }
        }
        return new Lineages(Authors.corpus(authors, names, QUESTIONS), rows);
    }

    private static void add(
            List<Author> authors,
            List<String> names,
            List<Documented> rows,
            Author author,
            String id,
            String lab,
            String base,
            List<String> teachers,
            Descent descent,
            boolean panel) {
        authors.add(author.from("lab of " + lab, base));
        names.add(id);
        rows.add(new Documented(id, panel, id, "lab of " + lab, base, teachers, descent, true));
    }

    Labels labels() {
        return Labels.of(rows);
    }

    Profiles profiles() {
        return Channels.fit(Material.of(corpus), CHANNELS);
    }

    int at(String id) {
        return corpus.position(id).orElseThrow();
    }

    /** A calibration on two such worlds. */
    static Calibrations fitted(List<Integer> counts) {
        CalibrationSource source = new CalibrationSource(
                "made-up", "two worlds", 104, QUESTIONS, 1, 0, Optional.empty(), CalibrationSource.DISTILLED_BY, 7);
        return Calibrations.fit(
                source,
                List.of(1L, 2L).stream()
                        .map(Lineages::of)
                        .map(world -> new Calibrations.Labelled(world.profiles(), world.labels()))
                        .toList(),
                counts);
    }
}
