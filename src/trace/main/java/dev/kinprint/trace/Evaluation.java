package dev.kinprint.trace;

import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * How often the tool is right where everything is known: the whole way from a made-up log over signs, probes and echoes,
 * on the lab's worlds. The suspected accounts are those that the signs flag, not those that really harvest.
 */
final class Evaluation {
    /** Accounts of a ring. */
    static final int RING = 20;

    /** Exchanges of an account, about. */
    static final int EACH = 24;

    /** The parts of the used rings' exchanges that students are trained on. */
    static final List<Double> DOSES = List.of(1.0, 0.3, 0.1, 0.03);

    private static final int FRESH = 5;
    private static final int SAMPLES = 2;

    private final Map<Double, Tally> accounts = new TreeMap<>();
    private final Map<Double, Tally> clusters = new TreeMap<>();
    private final Map<String, Long> falseAlarms = new TreeMap<>();
    private long innocentTests;
    private long innocentClusters;
    private long falseClusters;
    private final Map<Double, List<Double>> strengths = new TreeMap<>();
    private final List<EchoCalibration.Example> examples = new ArrayList<>();
    private Tally signs = Tally.NONE;
    private Tally rings = Tally.NONE;
    private int fewestProbes = Integer.MAX_VALUE;
    private int worlds;

    /** Goes all the way in one world and counts. */
    void add(SparkSession spark, LabWorld world, String name, Path folder, DrawRules rules) throws IOException {
        worlds++;
        Path file = folder.resolve(name + ".jsonl");
        world.write(file);
        ExchangeLog log =
                new LogReader(spark, LogFormat.JSONL, Columns.DEFAULT, Optional.empty()).read(List.of(file.toString()));
        SignTable table = new Signs(SignRules.DEFAULT).of(log);
        Map<String, String> clusterOf = new TreeMap<>();
        List<SignTable.Account> looked = table.top(Integer.MAX_VALUE);
        looked.stream()
                .filter(account -> !account.cluster().isEmpty())
                .forEach(account -> clusterOf.put(account.account(), account.cluster()));
        Map<String, Integer> truth = world.log().rings();
        signs = signs.plus(Tally.of(
                looked.stream()
                        .filter(SignTable.Account::flagged)
                        .map(SignTable.Account::account)
                        .toList(),
                truth.keySet()));
        rings = rings.plus(rings(clusterOf, truth));
        DrawnProbes drawn = new ProbeDraw(rules).draw(log, ProbesCommand.sides(table));
        fewestProbes = Math.min(fewestProbes, (int) drawn.of(Side.SUSPECTED));
        Map<String, Exchange> exchanges = new TreeMap<>();
        world.log().exchanges().forEach(exchange -> exchanges.put(exchange.prompt(), exchange));
        Map<String, LabWorld.Asked> background = world.background();
        Map<String, LabWorld.Asked> asked = new TreeMap<>(background);
        for (double dose : DOSES) {
            asked.put(suspect(dose), world.student(dose));
        }
        asked.putAll(world.innocents());
        List<ProbeAnswers> answers = drawn.probes().parallelStream()
                .map(probe -> answers(probe, exchanges, world, asked))
                .toList();
        List<Nearness> nearness =
                new Comparer(Optional.empty()).compare(spark, answers).probes();
        count(name, world, nearness, background.keySet().stream().toList(), clusterOf);
    }

    private static String suspect(double dose) {
        return "suspect " + dose;
    }

    private static ProbeAnswers answers(
            DrawnProbes.Drawn probe,
            Map<String, Exchange> exchanges,
            LabWorld world,
            Map<String, LabWorld.Asked> asked) {
        Exchange exchange = exchanges.get(probe.prompt());
        if (exchange == null) {
            throw new IllegalStateException("a probe that is not in the log: " + probe.hash());
        }
        List<String> places = new ArrayList<>(List.of(exchange.answer()));
        for (int draw = 0; draw < FRESH; draw++) {
            places.add(world.provider().apply(probe.prompt(), draw));
        }
        Map<String, List<String>> models = new TreeMap<>();
        asked.forEach((model, ask) -> {
            List<String> own = new ArrayList<>();
            for (int draw = 0; draw < SAMPLES; draw++) {
                own.add(ask.apply(probe.prompt(), draw));
            }
            models.put(model, own);
        });
        return new ProbeAnswers(probe.side().id(probe.hash()), probe.side(), exchange.account(), places, models);
    }

    private void count(
            String world,
            LabWorld made,
            List<Nearness> probes,
            List<String> background,
            Map<String, String> clusterOf) {
        for (double dose : DOSES) {
            Echo echo = Echo.of(probes, suspect(dose), background, 7);
            accounts.merge(dose, used(echo.accounts(), made.log().rings()), Tally::plus);
            clusters.merge(dose, used(echo.groups(clusterOf), made.log().rings()), Tally::plus);
            strengths.computeIfAbsent(dose, d -> new ArrayList<>()).add(echo.strength());
            examples.add(new EchoCalibration.Example(echo.strength(), true, world));
        }
        made.innocents().keySet().forEach(innocent -> {
            Echo echo = Echo.of(probes, innocent, background, 7);
            List<GroupEcho> tested = echo.accounts();
            innocentTests += tested.size();
            List<GroupEcho> together = echo.groups(clusterOf);
            innocentClusters += together.size();
            falseClusters += together.stream().filter(GroupEcho::listed).count();
            falseAlarms.merge(
                    innocent, tested.stream().filter(GroupEcho::listed).count(), Long::sum);
            examples.add(new EchoCalibration.Example(echo.strength(), false, world + " " + innocent));
        });
        Standing.of(Echo.of(probes, suspect(1), background, 7), probes, background, 7)
                .background()
                .forEach((model, strength) ->
                        examples.add(new EchoCalibration.Example(strength, false, world + " " + model)));
    }

    private static Tally used(List<GroupEcho> tested, Map<String, Integer> rings) {
        return Tally.of(
                tested.stream().filter(GroupEcho::listed).map(GroupEcho::name).toList(),
                tested.stream()
                        .map(GroupEcho::name)
                        .filter(account -> rings.getOrDefault(account, LabWorld.USED_RINGS) < LabWorld.USED_RINGS)
                        .toList());
    }

    /** A cluster is right where it holds one ring alone, and at least half of it. */
    private static Tally rings(Map<String, String> clusterOf, Map<String, Integer> truth) {
        Map<String, List<Integer>> members = new TreeMap<>();
        clusterOf.forEach((account, cluster) ->
                members.computeIfAbsent(cluster, c -> new ArrayList<>()).add(truth.getOrDefault(account, -1)));
        long right = members.values().stream()
                .filter(own -> own.get(0) >= 0 && own.stream().distinct().count() == 1 && own.size() >= RING / 2)
                .count();
        long all = truth.values().stream().distinct().count();
        return new Tally(right, members.size(), all);
    }

    /** The figures that are published. */
    Json.Obj json() {
        return Json.object(
                "worlds", worlds,
                "memory", LabWorld.MEMORY,
                "suspectedProbes", fewestProbes,
                "flagged", signs.json(),
                "clusters", rings.json(),
                "doses",
                        DOSES.stream()
                                .map(dose -> Json.object(
                                        "dose", dose,
                                        "precision",
                                                accounts.getOrDefault(dose, Tally.NONE)
                                                        .precision(),
                                        "recall",
                                                accounts.getOrDefault(dose, Tally.NONE)
                                                        .recall(),
                                        "accounts",
                                                accounts.getOrDefault(dose, Tally.NONE)
                                                        .json(),
                                        "clusters",
                                                clusters.getOrDefault(dose, Tally.NONE)
                                                        .json(),
                                        "strengths", strengths.getOrDefault(dose, List.of())))
                                .toList(),
                "innocent",
                        Json.object(
                                "falseAlarms",
                                falseAlarms.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                                "accountsTested",
                                innocentTests,
                                "falseClusters",
                                falseClusters,
                                "clustersTested",
                                innocentClusters,
                                "bySuspect",
                                falseAlarms));
    }

    /** A calibration on all pairs of these worlds. */
    EchoCalibration calibration() {
        return EchoCalibration.fit(examples, fewestProbes / 2);
    }
}
