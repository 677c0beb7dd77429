package dev.kinprint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.embed.Embedders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparerTest {
    private final SparkSession spark = Spark.session();

    @TempDir
    private Path cache = Path.of("");

    /** Probes with a text that all share, four that each probe has alone, and the logged one as the suspect's answer. */
    private static List<ProbeAnswers> probes(int count) {
        List<ProbeAnswers> probes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String number = "number " + i;
            probes.add(new ProbeAnswers(
                    "p" + (100 + i),
                    Side.CONTROL,
                    "a",
                    List.of("The logged answer, " + number, "A first fresh one, " + number, "A second, " + number),
                    Map.of(
                            "suspect", List.of("The logged answer, " + number),
                            "other", List.of("Rain on the hills, " + number, "What everybody says."))));
        }
        return probes;
    }

    @Test
    void anExecutorLoadsOneModelForAllItsTasksAndEmbedsEachTextOnce() {
        Comparer comparer = new Comparer(Optional.of(cache));

        // Sixty probes are three tasks, of which two run at the same time.
        Comparer.Compared first = comparer.compare(spark, probes(60));
        Comparer.Compared again = comparer.compare(spark, probes(61));

        // Each task asks for what it holds: its own texts, and the one that all share.
        assertThat(first.texts()).contains(new EmbeddedTexts(1, 60 * 4 + 3, 60 * 4 + 1));
        assertThat(again.texts()).contains(new EmbeddedTexts(0, 61 * 4 + 3, 4));
        assertThat(again.probes().subList(0, 60)).isEqualTo(first.probes());
        List<Double> suspect = first.probes()
                .get(0)
                .closeness()
                .getOrDefault(Channel.CONTENT, Map.of())
                .getOrDefault("suspect", List.of());
        assertThat(suspect.get(0)).isGreaterThan(0.999);
        assertThat(suspect.get(1)).isLessThan(0.95);
    }

    @Test
    void withoutAnEmbedderNothingIsEmbedded() {
        Comparer.Compared compared = new Comparer(Optional.empty()).compare(spark, probes(3));

        assertThat(compared.texts()).isEmpty();
        assertThat(compared.probes()).extracting(Nearness::id).containsExactly("p100", "p101", "p102");
        assertThat(compared.probes())
                .allSatisfy(probe -> assertThat(probe.closeness()).containsOnlyKeys(Channel.WORDING));
    }

    @Test
    void tasksThatComeTogetherWaitForOneModel() {
        AtomicInteger loads = new AtomicInteger();

        long models = IntStream.range(0, 16)
                .parallel()
                .mapToObj(task -> ExecutorModel.in(cache.resolve("shared").toString(), folder -> {
                    loads.incrementAndGet();
                    return Embedders.builtin(cache);
                }))
                .distinct()
                .count();

        assertThat(models).isOne();
        assertThat(loads).hasValue(1);
        // Taken here, so that no other test finds it in its count.
        ExecutorModel.report(loaded -> assertThat(loaded).isOne(), asked -> {}, embedded -> {});
    }
}
