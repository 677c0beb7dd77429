package dev.kinprint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way in a small world whose truth is known: the figures of results/trace, pinned on a smaller scale. */
class SmallWorldTest {
    private static final int RING = 10;

    private final SparkSession spark = Spark.session();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void harvestIsFoundByDoseAndTheInnocentAreLeftAlone() throws IOException {
        Evaluation evaluation = new Evaluation();

        evaluation.add(spark, new LabWorld(101, 40, RING, 20), "small", folder, new DrawRules(96, 12, 100, 2_000, 7));

        Json figures = evaluation.json();
        // Ten accounts of seventy share a template: still a ring, and not what everybody asks.
        assertThat(figures.at("clusters", "recall").number()).contains(1.0);
        assertThat(counts(figures.at("flagged"))).isEqualTo("30 of 30 found, 30 there");
        assertThat(byDose(figures, "accounts"))
                .containsExactly(
                        "1.0: 3 of 3 found, 3 there",
                        "0.3: 3 of 3 found, 3 there",
                        "0.1: 0 of 0 found, 3 there",
                        "0.03: 0 of 0 found, 3 there");
        // What is too little in an account shows in its cluster.
        assertThat(byDose(figures, "clusters"))
                .containsExactly(
                        "1.0: 2 of 2 found, 2 there",
                        "0.3: 2 of 2 found, 2 there",
                        "0.1: 2 of 2 found, 2 there",
                        "0.03: 0 of 0 found, 2 there");
        assertThat(figures.at("innocent", "accountsTested").whole()).hasValue(24L);
        assertThat(figures.at("innocent", "falseAlarms").whole()).hasValue(0L);
        assertThat(figures.at("innocent", "falseClusters").whole()).hasValue(0L);
    }

    private static List<String> byDose(Json figures, String kind) {
        return figures.at("doses").items().stream()
                .map(dose -> dose.at("dose").number().orElseThrow() + ": " + counts(dose.at(kind)))
                .toList();
    }

    private static String counts(Json tally) {
        return tally.at("right").whole().orElseThrow() + " of "
                + tally.at("found").whole().orElseThrow() + " found, "
                + tally.at("there").whole().orElseThrow() + " there";
    }
}
