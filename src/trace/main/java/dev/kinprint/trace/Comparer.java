package dev.kinprint.trace;

import dev.kinprint.corpus.Normalisation;
import dev.kinprint.embed.Embedder;
import dev.kinprint.embed.Embedders;
import dev.kinprint.embed.Embedding;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Compares the answers of all probes, in parallel. Each executor loads the embedding model once. */
final class Comparer implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int PROBES_A_PART = 20;

    /** One model for each executor: an executor is one process, and its tasks share what is static. */
    private static final Map<String, Embedder> LOADED = new ConcurrentHashMap<>();

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

    /** Compares; the probes come back in the order of their ids. */
    List<Nearness> compare(SparkSession spark, List<ProbeAnswers> probes) {
        int parts = Math.max(1, probes.size() / PROBES_A_PART);
        List<Nearness> found = new ArrayList<>(JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(probes, parts)
                .mapPartitions(this::part)
                .collect());
        found.sort(Comparator.comparing(Nearness::id));
        return found;
    }

    private Iterator<Nearness> part(Iterator<ProbeAnswers> probes) {
        List<Nearness> found = new ArrayList<>();
        probes.forEachRemaining(probe -> found.add(of(probe)));
        return found.iterator();
    }

    private Nearness of(ProbeAnswers probe) {
        Map<Channel, Map<String, List<Double>>> closeness = new EnumMap<>(Channel.class);
        List<String> places =
                probe.places().stream().map(Normalisation::normalise).toList();
        closeness.put(Channel.WORDING, models(probe, new Wording(places)::closeness));
        if (!cache.isEmpty()) {
            closeness.put(Channel.CONTENT, models(probe, content(embedder(cache), places)));
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
                                .map(Normalisation::normalise)
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

    private static Function<String, List<Double>> content(Embedder embedder, List<String> places) {
        List<Embedding> vectors = embedder.embed(places, (done, all) -> {});
        return answer -> {
            Embedding own = embedder.embed(List.of(answer), (done, all) -> {}).get(0);
            return vectors.stream().map(own::dot).toList();
        };
    }

    private static Embedder embedder(String folder) {
        return LOADED.computeIfAbsent(folder, f -> Embedders.cached(Embedders.builtin(Path.of(f)), Path.of(f)));
    }
}
