package dev.kinprint.embed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Embeds each distinct text once, ever: vectors are kept in a {@link VectorFile}, written every 64 texts, so that work
 * that was killed goes on where it stood.
 */
final class CachingEmbedder implements Embedder {
    private static final int AT_ONCE = 64;

    private final Embedder embedder;
    private final VectorFile vectors;

    CachingEmbedder(Embedder embedder, Path cacheDir) {
        this.embedder = embedder;
        this.vectors = VectorFile.open(cacheDir.resolve("embeddings").resolve(embedder.id() + ".vec"), embedder.id());
    }

    @Override
    public EmbedderId id() {
        return embedder.id();
    }

    @Override
    public synchronized List<Embedding> embed(List<String> texts, Progress progress) {
        List<VectorKey> keys =
                texts.stream().map(text -> VectorKey.of(id(), text)).toList();
        vectors.refresh();
        Map<VectorKey, Embedding> known = new HashMap<>();
        Map<VectorKey, String> missing = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            VectorKey key = keys.get(i);
            if (!known.containsKey(key) && !missing.containsKey(key)) {
                Optional<Embedding> found = vectors.find(key);
                found.ifPresent(vector -> known.put(key, vector));
                if (found.isEmpty()) {
                    missing.put(key, texts.get(i));
                }
            }
        }
        int total = known.size() + missing.size();
        progress.report(known.size(), total);
        List<VectorKey> open = new ArrayList<>(missing.keySet());
        for (int from = 0; from < open.size(); from += AT_ONCE) {
            List<VectorKey> chunk = open.subList(from, Math.min(open.size(), from + AT_ONCE));
            int before = known.size();
            List<Embedding> fresh = embedder.embed(
                    chunk.stream().map(missing::get).toList(), (done, all) -> progress.report(before + done, total));
            Map<VectorKey, Embedding> computed = new LinkedHashMap<>();
            for (int i = 0; i < chunk.size(); i++) {
                computed.put(chunk.get(i), fresh.get(i));
            }
            vectors.append(computed);
            known.putAll(computed);
        }
        return keys.stream().map(known::get).toList();
    }

    @Override
    public void close() {
        vectors.close();
        embedder.close();
    }
}
