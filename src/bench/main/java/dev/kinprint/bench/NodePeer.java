package dev.kinprint.bench;

import dev.kinprint.json.Json;
import dev.kinprint.json.JsonFault;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** transformers.js on onnxruntime-node, in processes that stay and are told when to run. */
final class NodePeer implements Peer {
    private static final String SCRIPT = "embed.mjs";

    private final List<Worker> workers = new ArrayList<>();
    private final int batch;
    private final int threads;
    private final String versions;

    /**
     * One of its vectors.
     *
     * @param text the place of the text
     * @param values the vector, as far as JSON shows it
     */
    record Vector(int text, List<Double> values) {}

    /**
     * Starts it. Texts are sorted by length; the processes share them and the cores evenly.
     *
     * @param folder holds node_modules; the script and the model are laid beside it
     * @param model holds model.onnx and tokenizer.json
     * @param batch how many texts at a time
     * @param processes how many; 1 leaves the sharing of the cores to ONNX Runtime
     */
    NodePeer(Path folder, Path model, List<String> texts, int batch, int processes) throws IOException {
        this.batch = batch;
        this.threads = Math.max(1, Runtime.getRuntime().availableProcessors() / processes);
        lay(folder, model, texts);
        for (int share = 0; share < processes; share++) {
            workers.add(new Worker(folder, batch, processes, share, threads));
        }
        String said = "";
        for (Worker worker : workers) {
            said = worker.line();
        }
        this.versions = said;
    }

    private static void lay(Path folder, Path model, List<String> texts) throws IOException {
        Path laid = folder.resolve("models").resolve("minilm");
        Files.createDirectories(laid.resolve("onnx"));
        Files.copy(model.resolve("model.onnx"), laid.resolve("onnx/model.onnx"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                model.resolve("tokenizer.json"), laid.resolve("tokenizer.json"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(laid.resolve("config.json"), "{\"model_type\":\"bert\"}");
        Files.writeString(
                laid.resolve("tokenizer_config.json"),
                "{\"tokenizer_class\":\"BertTokenizer\",\"model_max_length\":256,\"do_lower_case\":true,"
                        + "\"pad_token\":\"[PAD]\"}");
        Files.writeString(
                folder.resolve("texts.json"), new String(Json.array(texts).canonical(), StandardCharsets.UTF_8));
        try (InputStream script = NodePeer.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IOException(SCRIPT + " is not on the class path");
            }
            Files.copy(script, folder.resolve(SCRIPT), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public String name() {
        return versions + ", " + batch + " a batch, " + workers.size() + " x " + threads + " threads";
    }

    @Override
    public double seconds() throws IOException {
        long start = System.nanoTime();
        for (Worker worker : workers) {
            worker.order("run");
        }
        for (Worker worker : workers) {
            worker.line();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** A vector of the last round. */
    Vector first() throws IOException {
        workers.get(0).order("first");
        try {
            List<Json> said = Json.parse(workers.get(0).line().getBytes(StandardCharsets.UTF_8))
                    .items();
            return new Vector(
                    said.get(0).number().orElseThrow().intValue(),
                    said.get(1).items().stream()
                            .flatMap(value -> value.number().stream())
                            .toList());
        } catch (JsonFault e) {
            throw new IOException("node's vector cannot be read", e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Worker worker : workers) {
            worker.close();
        }
    }

    private static final class Worker {
        private final Process process;
        private final BufferedReader answers;
        private final BufferedWriter orders;

        Worker(Path folder, int batch, int shares, int share, int threads) throws IOException {
            this.process = new ProcessBuilder(
                            "node",
                            SCRIPT,
                            String.valueOf(batch),
                            String.valueOf(shares),
                            String.valueOf(share),
                            String.valueOf(threads))
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            this.answers = process.inputReader(StandardCharsets.UTF_8);
            this.orders = process.outputWriter(StandardCharsets.UTF_8);
        }

        void order(String what) throws IOException {
            orders.write(what + "\n");
            orders.flush();
        }

        String line() throws IOException {
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("node ended; what it said stands above");
            }
            return line;
        }

        void close() throws IOException {
            orders.close();
            process.destroy();
        }
    }
}
