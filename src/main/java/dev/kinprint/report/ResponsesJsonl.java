package dev.kinprint.report;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Every text under study as a line of JSON, and every gap; the hash of a text stands in for one that is left out. */
final class ResponsesJsonl {
    private ResponsesJsonl() {}

    static void write(Corpus corpus, boolean texts, Appendable out) throws IOException {
        for (int m = 0; m < corpus.members().size(); m++) {
            for (int q = 0; q < corpus.questions().size(); q++) {
                List<String> samples = corpus.texts(m, q);
                for (int s = 0; s < samples.size(); s++) {
                    Map<String, Json> line = new TreeMap<>(Map.of(
                            "model", Json.of(corpus.members().get(m).id()),
                            "question", Json.of(corpus.questions().get(q).id()),
                            "sample", Json.of(s),
                            "characters", Json.of(samples.get(s).length()),
                            "sha256", Json.of(sha256(samples.get(s)))));
                    if (texts) {
                        line.put("text", Json.of(samples.get(s)));
                    }
                    line(line, out);
                }
            }
        }
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
                    out);
        }
    }

    private static void line(Map<String, Json> members, Appendable out) throws IOException {
        out.append(new String(Json.of(members).canonical(), StandardCharsets.UTF_8))
                .append('\n');
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
