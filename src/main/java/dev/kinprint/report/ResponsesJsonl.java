package dev.kinprint.report;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Every text under study as a line of JSON, and every gap; the hash of a text stands in for one that is left out. */
final class ResponsesJsonl {
    private ResponsesJsonl() {}

    /** Writes the file a few models at a time, since all texts at once may not fit into memory, and gives its SHA-256. */
    static String write(Corpus corpus, boolean texts, Path file) throws IOException {
        MessageDigest digest = digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            write(corpus, texts, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static void write(Corpus corpus, boolean texts, OutputStream out) throws IOException {
        int models = corpus.members().size();
        int together = Runtime.getRuntime().availableProcessors();
        for (int from = 0; from < models; from += together) {
            List<byte[]> lines = IntStream.range(from, Math.min(models, from + together))
                    .parallel()
                    .mapToObj(m -> lines(corpus, m, texts))
                    .toList();
            for (byte[] one : lines) {
                out.write(one);
            }
        }
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Gap gap : corpus.gaps()) {
            line(
                    Map.of(
                            "model", Json.of(gap.member()),
                            "question", Json.of(gap.question()),
                            "sample", Json.of(gap.sample()),
                            "gap",
                                    Json.of(gap.reason()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-'))),
                    lines);
        }
        lines.writeTo(out);
    }

    private static byte[] lines(Corpus corpus, int member, boolean texts) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int q = 0; q < corpus.questions().size(); q++) {
            List<String> samples = corpus.texts(member, q);
            for (int s = 0; s < samples.size(); s++) {
                Map<String, Json> line = new TreeMap<>(Map.of(
                        "model", Json.of(corpus.members().get(member).id()),
                        "question", Json.of(corpus.questions().get(q).id()),
                        "sample", Json.of(s),
                        "characters", Json.of(samples.get(s).length()),
                        "sha256", Json.of(sha256(samples.get(s)))));
                if (texts) {
                    line.put("text", Json.of(samples.get(s)));
                }
                line(line, lines);
            }
        }
        return lines.toByteArray();
    }

    private static void line(Map<String, Json> members, ByteArrayOutputStream out) {
        out.writeBytes(Json.of(members).canonical());
        out.write('\n');
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
