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
import java.util.List;

/** transformers.js on onnxruntime-node, in a process that stays and is told when to run. */
final class NodePeer implements Peer {
    private static final String SCRIPT = "embed.mjs";

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter orders;
    private final int batch;
    private final String versions;

    /**
     * Starts it.
     *
     * @param folder holds node_modules; the script and the model are laid beside it
     * @param model holds model.onnx and tokenizer.json
     * @param batch how many texts at a time; texts are sorted by length where it is more than one
     */
    NodePeer(Path folder, Path model, List<String> texts, int batch) throws IOException {
        this.batch = batch;
        lay(folder, model, texts);
        this.process = new ProcessBuilder("node", SCRIPT, String.valueOf(batch))
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
        this.versions = line();
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
                "{\"tokenizer_class\":\"BertTokenizer\",\"model_max_length\":256,\"do_lower_case\":true}");
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
        return versions + ", batch " + batch;
    }

    @Override
    public double seconds() throws IOException {
        orders.write("run\n");
        orders.flush();
        return Double.parseDouble(line());
    }

    /** The first text's vector of the last round, as far as JSON shows it. */
    List<Double> first() throws IOException {
        orders.write("first\n");
        orders.flush();
        try {
            return Json.parse(line().getBytes(StandardCharsets.UTF_8)).items().stream()
                    .flatMap(value -> value.number().stream())
                    .toList();
        } catch (JsonFault e) {
            throw new IOException("node's vector cannot be read", e);
        }
    }

    private String line() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("node ended; what it said stands above");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        orders.close();
        process.destroy();
    }
}
