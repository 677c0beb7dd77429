package dev.kinprint.bench;

import dev.kinprint.embed.Embedders;
import dev.kinprint.embed.Embedding;
import dev.kinprint.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Embeds the same 500 texts with Kinprint and its peers, in turns. The same ONNX file, the same tokenizer, 256 tokens at
 * most. Whoever is measured, the others wait.
 */
final class EmbeddingRace {
    private static final int TEXTS = 500;
    private static final int ROUNDS = 7;
    private static final int[] BATCHES = {1, 8, 32};

    /** Multiplications and additions a token in the model's six layers of 384 wide, 1,536 inside. */
    private static final double FLOPS_A_TOKEN = 6 * 2 * (4 * 384.0 * 384 + 2 * 384.0 * 1536);

    /** Those of attention, for each token and each token that it looks at. */
    private static final double FLOPS_A_PAIR = 6 * 4 * 384.0;

    private final Path out;
    private final Optional<Path> node;

    EmbeddingRace(Path out, Optional<Path> node) {
        this.out = out;
        this.node = node;
    }

    void run() throws IOException, InterruptedException {
        double peak = peak();
        Path cache = Files.createTempDirectory("kinprint-bench");
        Path model = cache.resolve("models").resolve("all-minilm-l6-v2");
        Embedders.builtin(cache).close();
        List<String> texts;
        int[] tokens;
        try (BarePeer counter = new BarePeer(model, List.of())) {
            texts = RaceTexts.of(TEXTS, counter::tokens);
            tokens = texts.stream().mapToInt(counter::tokens).toArray();
        }
        List<Peer> peers = new ArrayList<>();
        try {
            KinprintPeer kinprint = new KinprintPeer(Embedders.builtin(cache), texts);
            BarePeer bare = new BarePeer(model, texts);
            peers.add(kinprint);
            peers.add(bare);
            int cores = Runtime.getRuntime().availableProcessors();
            if (node.isPresent()) {
                for (int batch : BATCHES) {
                    peers.add(new NodePeer(node.get(), model, texts, batch, 1));
                    peers.add(new NodePeer(node.get(), model, texts, batch, cores));
                }
            }
            Map<String, List<Double>> seconds = race(peers);
            write(peak, tokens, peers, seconds, nearest(kinprint, peers), cosine(kinprint, bare));
        } finally {
            for (Peer peer : peers) {
                peer.close();
            }
        }
    }

    /** The machine's peak, measured in a process that has Java's vectors. */
    private static double peak() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Peak.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            String line = said.readLine();
            int exit = process.waitFor();
            if (exit != 0 || line == null) {
                throw new IOException("the peak cannot be measured: java ended with " + exit);
            }
            return Double.parseDouble(line);
        }
    }

    /**
     * The seconds of each peer in each round. A round before them warms up and does not count; in it, of the settings
     * of transformers.js all but the fastest drop out.
     */
    private static Map<String, List<Double>> race(List<Peer> peers) throws IOException {
        Map<Peer, Double> first = new LinkedHashMap<>();
        for (Peer peer : peers) {
            first.put(peer, seconds(0, peer));
        }
        Optional<Peer> fastest =
                peers.stream().filter(NodePeer.class::isInstance).min(Comparator.comparing(first::get));
        for (Peer peer : List.copyOf(peers)) {
            if (peer instanceof NodePeer && !fastest.equals(Optional.of(peer))) {
                peers.remove(peer);
                peer.close();
            }
        }
        Map<String, List<Double>> seconds = new TreeMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            for (Peer peer : peers) {
                seconds.computeIfAbsent(peer.name(), name -> new ArrayList<>()).add(seconds(round, peer));
            }
        }
        return seconds;
    }

    private static double seconds(int round, Peer peer) throws IOException {
        double taken = peer.seconds();
        System.out.printf("round %d  %6.2f s  %s%n", round, taken, peer.name());
        return taken;
    }

    /** The least cosine between Kinprint's vectors and those of the bare runtime, one text at a time. */
    private static double cosine(KinprintPeer kinprint, BarePeer bare) {
        double least = 1;
        for (int i = 0; i < kinprint.vectors().size(); i++) {
            least = Math.min(least, kinprint.vectors().get(i).dot(bare.vectors().get(i)));
        }
        return least;
    }

    /** The cosine of one text's vectors, Kinprint's and transformers.js': whether both did the same. */
    private static Optional<Double> nearest(KinprintPeer kinprint, List<Peer> peers) throws IOException {
        for (Peer peer : peers) {
            if (peer instanceof NodePeer other) {
                NodePeer.Vector vector = other.first();
                double[] values = vector.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                return Optional.of(kinprint.vectors().get(vector.text()).dot(Embedding.unit(values)));
            }
        }
        return Optional.empty();
    }

    private void write(
            double peak,
            int[] tokens,
            List<Peer> peers,
            Map<String, List<Double>> seconds,
            Optional<Double> nodeCosine,
            double bareCosine)
            throws IOException {
        double own = best(seconds, peers.get(0));
        double all = 0;
        double flops = 0;
        for (int length : tokens) {
            all += length;
            flops += length * FLOPS_A_TOKEN + (double) length * length * FLOPS_A_PAIR;
        }
        Map<String, Object> ratios = new TreeMap<>();
        for (Peer peer : peers.subList(1, peers.size())) {
            ratios.put(
                    peer.name(),
                    Json.object(
                            "byBest", best(seconds, peer) / own,
                            "byMedian", median(seconds, peer) / median(seconds, peers.get(0))));
        }
        Json result = Json.object(
                "machine",
                Machine.json(),
                "texts",
                tokens.length,
                "tokens",
                all,
                "seconds",
                Json.of(seconds),
                "textsPerSecond",
                tokens.length / own,
                "gigaflopsPerSecond",
                flops / own / 1e9,
                "peakGigaflopsPerSecond",
                peak,
                "shareOfPeak",
                flops / own / 1e9 / peak,
                "timesAsFastAs",
                Json.of(ratios),
                "leastCosineToBare",
                bareCosine,
                "cosineToTransformersJs",
                nodeCosine);
        Machine.write(out, result);
    }

    /** The least of the rounds: other work on the machine can only slow one down. */
    private static double best(Map<String, List<Double>> seconds, Peer peer) {
        return seconds.getOrDefault(peer.name(), List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseThrow();
    }

    private static double median(Map<String, List<Double>> seconds, Peer peer) {
        List<Double> sorted =
                seconds.getOrDefault(peer.name(), List.of()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
