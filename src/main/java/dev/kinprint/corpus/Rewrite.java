package dev.kinprint.corpus;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What may be done to an answer on its way, by accident or to hide where it comes from. */
public enum Rewrite {
    /** Nothing. */
    NONE("as it is") {
        @Override
        String rewrite(String text) {
            return text;
        }
    },
    /** White space: doubled spaces and line ends, tabs, a leading space. */
    WHITE_SPACE("white space changed") {
        @Override
        String rewrite(String text) {
            return " " + text.replace("\n", " \r\n\n").replace(". ", ".\u00A0 ").replace(", ", ",  ");
        }
    },
    /** Unicode: decomposed letters, a byte order mark, typographic quotes and dashes for plain ones. */
    UNICODE("another Unicode form") {
        @Override
        String rewrite(String text) {
            return "\uFEFF"
                    + Normalizer.normalize(text, Normalizer.Form.NFD)
                            .replace('\'', '\u2019')
                            .replace(" - ", " \u2013 ");
        }
    },
    /** Cut after 300 characters. */
    TRUNCATED("cut after 300 characters") {
        @Override
        String rewrite(String text) {
            return text.codePointCount(0, text.length()) <= CUT
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, CUT));
        }
    },
    /** Markdown marks taken off. */
    PLAIN("Markdown stripped") {
        @Override
        String rewrite(String text) {
            StringBuilder out = new StringBuilder();
            for (String line : text.split("\n", -1)) {
                String bare = line.strip();
                int from = 0;
                while (from < bare.length() && "#>*-+ ".indexOf(bare.charAt(from)) >= 0) {
                    from++;
                }
                out.append(bare.startsWith("```") ? "" : bare.substring(from)).append('\n');
            }
            return out.toString().replace("**", "").replace("`", "");
        }
    },
    /** All in lower case. */
    LOWER_CASE("in lower case") {
        @Override
        String rewrite(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    },
    /** The sentences of every line in another order. */
    SHUFFLED("sentences shuffled") {
        @Override
        String rewrite(String text) {
            StringBuilder out = new StringBuilder();
            for (String line : text.split("\n", -1)) {
                List<String> sentences = new ArrayList<>(List.of(line.split("(?<=[.!?]) ", -1)));
                // The order follows from the text alone, so that the same text is always shuffled alike.
                Collections.shuffle(sentences, new Random(line.length() * 31L + line.hashCode()));
                out.append(String.join(" ", sentences)).append('\n');
            }
            return out.toString();
        }
    };

    private static final int CUT = 300;

    private final String words;

    Rewrite(String words) {
        this.words = words;
    }

    /** What is done, in a few words. */
    public String words() {
        return words;
    }

    abstract String rewrite(String text);

    /** A corpus in which this was done to every answer of some models, by their positions. */
    public Corpus of(Corpus corpus, java.util.Collection<Integer> members) {
        Corpus.Builder out = new Corpus.Builder();
        corpus.members().forEach(out::member);
        corpus.questions().forEach(out::question);
        corpus.gaps().forEach(out::gap);
        for (int m = 0; m < corpus.members().size(); m++) {
            boolean rewritten = members.contains(m);
            for (int q = 0; q < corpus.questions().size(); q++) {
                List<String> texts = corpus.texts(m, q);
                for (int s = 0; s < texts.size(); s++) {
                    out.text(
                            corpus.members().get(m).id(),
                            corpus.questions().get(q).id(),
                            s,
                            rewritten ? rewrite(texts.get(s)) : texts.get(s));
                }
            }
        }
        return out.build();
    }
}
