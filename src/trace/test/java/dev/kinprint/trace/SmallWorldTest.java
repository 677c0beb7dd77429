package dev.kinprint.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.json.Json;
import dev.kinprint.suite.Probe;
import dev.kinprint.suite.Suite;
import dev.kinprint.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way in a small world whose truth is known: the figures of results/trace, pinned on a smaller scale. */
class SmallWorldTest {
    private final SparkSession spark = Spark.session();
    private final LabWorld world = new LabWorld(101, 60, Evaluation.RING / 2, 20);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void harvestIsFoundByDoseAndTheInnocentAreLeftAlone() throws IOException {
        Evaluation evaluation = new Evaluation();

        evaluation.add(spark, world, "small", folder, 80, 4);

        Json figures = evaluation.json();
        assertThat(figures.at("clusters", "recall").number()).contains(1.0);
        assertThat(figures.at("flagged", "recall").number().orElseThrow()).isGreaterThan(0.9);
        assertThat(figures.at("flagged", "precision").number().orElseThrow()).isGreaterThan(0.8);
        assertThat(figures.at("doses", 0, "recall").number().orElseThrow()).isGreaterThan(0.8);
        assertThat(figures.at("doses", 0, "precision").number().orElseThrow()).isGreaterThan(0.8);
        assertThat(figures.at("doses", 0, "recall").number().orElseThrow())
                .isGreaterThanOrEqualTo(
                        figures.at("doses", 3, "recall").number().orElseThrow());
        assertThat(figures.at("innocent", "falseAlarms").whole().orElseThrow()).isLessThanOrEqualTo(1);
        drawsAreRepeatableAndRunnable();
    }

    /** Uses the log that the evaluation wrote. */
    private void drawsAreRepeatableAndRunnable() throws IOException {
        ExchangeLog log = new LogReader(spark, LogFormat.JSONL, Columns.DEFAULT, Optional.empty())
                .read(List.of(folder.resolve("small.jsonl").toString()));
        var sides = spark.sql("select 'h0-' || id account, 'SUSPECTED' side from range(10)"
                + " union all select 'p' || id, 'CONTROL' from range(60)");
        ProbeDraw draw = new ProbeDraw(new DrawRules(40, 4, 100, 2_000, 7));

        DrawnProbes drawn = draw.draw(log, sides);

        assertThat(drawn.of(Side.SUSPECTED)).isEqualTo(20);
        assertThat(drawn.of(Side.CONTROL)).isEqualTo(20);
        assertThat(drawn.accounts()).containsEntry(Side.SUSPECTED, 5).containsEntry(Side.CONTROL, 5);
        ExchangeLog split = new ExchangeLog(log.exchanges().repartition(7), log.intake(), log.where());
        assertThat(draw.draw(split, sides)).isEqualTo(drawn);
        Path file = folder.resolve("probes.yaml");
        Files.writeString(file, drawn.suite(5, 1_024).toJson().pretty());
        Suite suite = Suites.read(file);
        assertThat(suite.hash()).isEqualTo(drawn.suite(5, 1_024).hash());
        Set<String> accounts =
                world.log().exchanges().stream().map(Exchange::account).collect(Collectors.toSet());
        assertThat(suite.probes()).extracting(Probe::samples).containsOnly(5);
        assertThat(Files.readString(file).split("[^A-Za-z0-9-]")).noneMatch(accounts::contains);
    }
}
