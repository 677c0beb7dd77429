package dev.kinprint.trace;

import dev.kinprint.corpus.Normalisation;
import dev.kinprint.embed.Embedding;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

/** Compares the answers of all probes, in parallel; where the content counts too, with the {@link ExecutorModel}. */
final class Comparer implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PROBES_A_PART = 20;

    /** A folder, or blank: an executor gets this object as bytes, which an Optional does not have. */
    private final String cache;

    /**
     * A comparer.
     *
     * @param cache the folder in which the embedding model and its vectors are kept; empty to compare the wording alone
     */
    Comparer(Optional<Path> cache) {
        this.cache = cache.map(Path::toString).orElse("");
    }

    /**
     * What comes of a comparison.
     *
     * @param probes in the order of their ids
     * @param texts what embedding took; empty where the wording alone was compared
     */
    record Compared(List<Nearness> probes, Optional<EmbeddedTexts> texts) {
        Compared {
            probes = List.copyOf(probes);
        }
    }

    /** Compares. */
    Compared compare(SparkSession spark, List<ProbeAnswers> probes) {
        LongAccumulator models = spark.sparkContext().longAccumulator();
        LongAccumulator asked = spark.sparkContext().longAccumulator();
        LongAccumulator embedded = spark.sparkContext().longAccumulator();
        int parts = Math.max(1, probes.size() / PROBES_A_PART);
        List<Nearness> found = new ArrayList<>(JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(probes, parts)
                .mapPartitions(part -> {
                    List<Nearness> compared = part(part);
                    ExecutorModel.report(models::add, asked::add, embedded::add);
                    return compared.iterator();
                })
                .collect());
        found.sort(Comparator.comparing(Nearness::id));
        return new Compared(
                found,
                cache.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new EmbeddedTexts(models.sum(), asked.sum(), embedded.sum())));
    }

    private List<Nearness> part(Iterator<ProbeAnswers> part) {
        List<ProbeAnswers> probes = new ArrayList<>();
        part.forEachRemaining(probe -> probes.add(normalised(probe)));
        Map<String, Embedding> vectors = cache.isEmpty() ? Map.of() : vectors(probes);
        return probes.stream().map(probe -> of(probe, vectors)).toList();
    }

    private static ProbeAnswers normalised(ProbeAnswers probe) {
        Map<String, List<String>> models = new TreeMap<>();
        probe.models().forEach((model, answers) -> models.put(model, normalised(answers)));
        return new ProbeAnswers(probe.id(), probe.side(), probe.account(), normalised(probe.places()), models);
    }

    private static List<String> normalised(List<String> texts) {
        return texts.stream().map(Normalisation::normalise).toList();
    }

    /** All texts of a part go to the model together, so that it has work for all cores. */
    private Map<String, Embedding> vectors(List<ProbeAnswers> probes) {
        Set<String> texts = new LinkedHashSet<>();
        probes.forEach(probe -> {
            texts.addAll(probe.places());
            probe.models().values().forEach(texts::addAll);
        });
        List<String> distinct = List.copyOf(texts);
        List<Embedding> embedded = ExecutorModel.in(cache).embed(distinct);
        Map<String, Embedding> vectors = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            vectors.put(distinct.get(i), embedded.get(i));
        }
        return vectors;
    }

    private static Nearness of(ProbeAnswers probe, Map<String, Embedding> vectors) {
        Map<Channel, Map<String, List<Double>>> closeness = new EnumMap<>(Channel.class);
        closeness.put(Channel.WORDING, models(probe, new Wording(probe.places())::closeness));
        if (!vectors.isEmpty()) {
            Function<String, Embedding> vector = text -> Objects.requireNonNull(vectors.get(text));
            List<Embedding> places = probe.places().stream().map(vector).toList();
            closeness.put(Channel.CONTENT, models(probe, vector.andThen(own -> places.stream()
                    .map(own::dot)
                    .toList())));
        }
        return new Nearness(probe.id(), probe.side(), probe.account(), closeness);
    }

    /** For each place the closeness of that answer of the model that is closest to it. */
    private static Map<String, List<Double>> models(ProbeAnswers probe, Function<String, List<Double>> closeness) {
        Map<String, List<Double>> models = new TreeMap<>();
        probe.models()
                .forEach((model, answers) -> models.put(
                        model,
                        answers.stream()
                                .map(closeness)
                                .reduce((a, b) -> {
                                    List<Double> most = new ArrayList<>();
                                    for (int i = 0; i < a.size(); i++) {
                                        most.add(Math.max(a.get(i), b.get(i)));
                                    }
                                    return most;
                                })
                                .orElseThrow()));
        return models;
    }
}
