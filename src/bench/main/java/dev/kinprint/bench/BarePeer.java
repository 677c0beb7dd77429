package dev.kinprint.bench;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kinprint.embed.Embedding;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * ONNX Runtime's own Java interface and nothing around it: one session, a thread a core, each thread one text at a time,
 * mean over tokens.
 */
final class BarePeer implements Peer {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final List<String> texts;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private List<Embedding> vectors = List.of();

    BarePeer(Path folder, List<String> texts) throws IOException {
        this.texts = texts;
        this.tokenizer = HuggingFaceTokenizer.builder()
                .optTokenizerPath(folder.resolve("tokenizer.json"))
                .optTruncation(false)
                .optPadding(false)
                .build();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            this.session =
                    environment.createSession(folder.resolve("model.onnx").toString(), options);
        } catch (OrtException e) {
            throw new IOException("the model cannot be loaded", e);
        }
    }

    @Override
    public String name() {
        return "onnxruntime-java " + environment.getVersion();
    }

    /** How many tokens a text has, special ones included. */
    int tokens(String text) {
        return tokenizer.encode(text).getIds().length;
    }

    @Override
    public double seconds() throws IOException {
        long start = System.nanoTime();
        Embedding[] found = new Embedding[texts.size()];
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(() -> {
                    for (int at = next.getAndIncrement(); at < found.length; at = next.getAndIncrement()) {
                        found[at] = embed(texts.get(at));
                    }
                    return null;
                }));
            }
            for (Future<?> worker : running) {
                worker.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException("the race was broken off", e);
        } finally {
            pool.shutdownNow();
        }
        vectors = List.of(found);
        return (System.nanoTime() - start) / 1e9;
    }

    private Embedding embed(String text) throws OrtException {
        var encoding = tokenizer.encode(text);
        long[] shape = {1, encoding.getIds().length};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getIds()), shape);
                OnnxTensor mask =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getAttentionMask()), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(encoding.getTypeIds()), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            OnnxTensor states = (OnnxTensor) result.get(0);
            int dimension = Math.toIntExact(states.getInfo().getShape()[2]);
            float[] values = new float[Math.toIntExact(shape[1]) * dimension];
            states.getFloatBuffer().get(values);
            double[] sums = new double[dimension];
            for (int token = 0; token < values.length; token += dimension) {
                for (int i = 0; i < dimension; i++) {
                    sums[i] += values[token + i];
                }
            }
            return Embedding.unit(sums);
        }
    }

    /** The vectors of the last round. */
    List<Embedding> vectors() {
        return vectors;
    }

    @Override
    public void close() throws IOException {
        tokenizer.close();
        try {
            session.close();
        } catch (OrtException e) {
            throw new IOException("the session cannot be closed", e);
        }
    }
}
