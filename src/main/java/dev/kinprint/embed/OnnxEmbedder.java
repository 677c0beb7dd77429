package dev.kinprint.embed;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A sentence embedding model run by ONNX Runtime through DJL.
 *
 * <p>One model serves all threads; each thread has a predictor of its own, and each call inside ONNX Runtime keeps to
 * its thread. Of a text the first 65,536 characters are tokenised, {@link Windows} says how tokens are cut; the vector
 * is the mean of the hidden states over all tokens of all windows, at length 1.
 */
final class OnnxEmbedder implements Embedder {
    private static final int MOST_CHARACTERS = 1 << 16;
    private static final Map<String, String> ONE_THREAD_A_CALL =
            Map.of("intraOpNumThreads", "1", "interOpNumThreads", "1");

    private final EmbedderId id;
    private final Model model;
    private final HuggingFaceTokenizer tokenizer;
    private final TokenSums translator;
    private final long[] before;
    private final long[] after;
    private final int threads;

    private OnnxEmbedder(ModelFiles files, Model model, HuggingFaceTokenizer tokenizer, int threads)
            throws TranslateException {
        this.model = model;
        this.tokenizer = tokenizer;
        this.threads = threads;
        this.translator = new TokenSums(model.describeInput().keys());
        long[] bare = tokenizer.encode("a", false, false).getIds();
        long[] dressed = tokenizer.encode("a", true, false).getIds();
        int start = indexOf(dressed, bare);
        this.before = Arrays.copyOf(dressed, start);
        this.after = Arrays.copyOfRange(dressed, start + bare.length, dressed.length);
        String fingerprint = Sha256.hex(files.modelHash() + "\n" + files.tokenizerHash() + "\n" + Windows.SCHEME);
        try (Predictor<long[], double[]> predictor = model.newPredictor(translator)) {
            this.id = new EmbedderId(files.name(), fingerprint, predictor.predict(dressed).length);
        }
    }

    static OnnxEmbedder load(ModelFiles files, Path cacheDir, int threads) {
        Offline.enforce(cacheDir);
        Model model = Model.newInstance(files.name(), "OnnxRuntime");
        try {
            model.load(files.folder(), ModelFiles.MODEL, ONE_THREAD_A_CALL);
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.builder()
                    .optTokenizerPath(files.tokenizer())
                    .optAddSpecialTokens(false)
                    .optTruncation(false)
                    .optPadding(false)
                    .build();
            return new OnnxEmbedder(files, model, tokenizer, threads);
        } catch (IOException | MalformedModelException | TranslateException | RuntimeException e) {
            model.close();
            throw OperatorError.usage(
                    "The embedding model cannot be loaded",
                    files.folder().toString(),
                    String.valueOf(e.getMessage()),
                    "Name a folder with a sentence embedding model in ONNX form and its tokenizer.json.");
        }
    }

    @Override
    public EmbedderId id() {
        return id;
    }

    @Override
    public List<Embedding> embed(List<String> texts, Progress progress) {
        List<String> distinct = longestFirst(texts);
        List<Embedding> vectors =
                new Workers(threads).run(distinct, () -> model.newPredictor(translator), this::embed, progress);
        Map<String, Embedding> known = new HashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            known.put(distinct.get(i), vectors.get(i));
        }
        return texts.stream().map(known::get).toList();
    }

    /** Each text once. The long ones come first, so that at the end no thread waits for another that began a long one. */
    private static List<String> longestFirst(List<String> texts) {
        return texts.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private Embedding embed(Predictor<long[], double[]> predictor, String text) {
        long[] tokens = tokens(text);
        double[] sums = new double[id.dimension()];
        for (Windows.Window window : Windows.over(tokens.length)) {
            double[] part = predict(predictor, window(tokens, window));
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part[i];
            }
        }
        return Embedding.unit(sums);
    }

    long[] tokens(String text) {
        String head = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        return tokenizer.encode(WellFormed.of(head), false, false).getIds();
    }

    private long[] window(long[] tokens, Windows.Window window) {
        int length = window.to() - window.from();
        long[] ids = Arrays.copyOf(before, before.length + length + after.length);
        System.arraycopy(tokens, window.from(), ids, before.length, length);
        System.arraycopy(after, 0, ids, before.length + length, after.length);
        return ids;
    }

    private static double[] predict(Predictor<long[], double[]> predictor, long[] ids) {
        try {
            return predictor.predict(ids);
        } catch (TranslateException e) {
            throw new IllegalStateException("the embedding model failed on " + ids.length + " tokens", e);
        }
    }

    private static int indexOf(long[] ids, long[] part) {
        for (int start = 0; start + part.length <= ids.length; start++) {
            if (Arrays.equals(ids, start, start + part.length, part, 0, part.length)) {
                return start;
            }
        }
        throw new IllegalArgumentException("its tokenizer changes a text's tokens where it adds special ones");
    }

    @Override
    public void close() {
        tokenizer.close();
        model.close();
    }
}
