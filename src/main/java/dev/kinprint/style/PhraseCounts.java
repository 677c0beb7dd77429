package dev.kinprint.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Counts in how many texts certain phrases stand. A phrase is a run of two to four words of one sentence or line. */
public final class PhraseCounts {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    private static final int NONE = -1;

    private final Map<String, Integer> places = new HashMap<>();

    /** Phrases and their beginnings are nodes of a tree; the first nodes are the single words, by their numbers. */
    private final Map<String, Integer> words = new HashMap<>();

    private final Map<Long, Integer> next = new HashMap<>();
    private final int[] placeOf;

    /**
     * Counts these phrases.
     *
     * @param phrases words in lower case with single spaces between them, as {@link #common} gives them
     */
    public PhraseCounts(NavigableSet<String> phrases) {
        List<String[]> all =
                phrases.stream().map(phrase -> phrase.split(" ", -1)).toList();
        for (String[] phrase : all) {
            for (String word : phrase) {
                words.putIfAbsent(word, words.size());
            }
        }
        int[] found = new int[words.size() + all.size() * LONGEST];
        Arrays.fill(found, NONE);
        int nodes = words.size();
        for (String[] phrase : all) {
            int node = Objects.requireNonNull(words.get(phrase[0]));
            for (int at = 1; at < phrase.length; at++) {
                long edge = edge(node, Objects.requireNonNull(words.get(phrase[at])));
                Integer known = next.putIfAbsent(edge, nodes);
                node = known == null ? nodes++ : known;
            }
            found[node] = places.size();
            places.put(String.join(" ", phrase), places.size());
        }
        this.placeOf = found;
    }

    private static long edge(int node, int word) {
        return (long) node << Integer.SIZE | word;
    }

    /** The phrases that stand in at least some number of texts of each of two groups. */
    public static NavigableSet<String> common(List<String> first, List<String> second, int least) {
        NavigableSet<String> both = new TreeSet<>(often(first, least));
        both.retainAll(often(second, least));
        return both;
    }

    private static Set<String> often(List<String> texts, int least) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Set<String> own = new HashSet<>();
            for (List<String> run : runs(text)) {
                for (int at = 0; at < run.size(); at++) {
                    for (int length = SHORTEST; length <= LONGEST && at + length <= run.size(); length++) {
                        own.add(String.join(" ", run.subList(at, at + length)));
                    }
                }
            }
            own.forEach(phrase -> counts.merge(phrase, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < least);
        return counts.keySet();
    }

    private static List<List<String>> runs(String text) {
        List<List<String>> runs = new ArrayList<>();
        runs.add(new ArrayList<>());
        cut(text, word -> runs.get(runs.size() - 1).add(word), () -> runs.add(new ArrayList<>()));
        return runs;
    }

    /** The words of a text, cut at everything that is no word. */
    private static void cut(String text, Consumer<String> word, Runnable end) {
        Tokens.scan(text, token -> {
            if (Character.isLetterOrDigit(token.codePointAt(0))) {
                word.accept(token);
            } else if (!token.equals("'") && !token.equals("’")) {
                end.run();
            }
        });
    }

    /** The place of one of the phrases. */
    public int place(String phrase) {
        return Objects.requireNonNull(places.get(phrase), phrase);
    }

    /** In how many of some texts each phrase stands, by place. */
    public int[] count(List<String> texts) {
        Counter counter = new Counter();
        for (String text : texts) {
            counter.take(text);
        }
        return counter.counts;
    }

    /** Follows the phrases that may end at the word just read, by how many words they have so far. */
    private final class Counter {
        private final int[] counts = new int[places.size()];
        private final int[] last = new int[places.size()];
        private final int[] open = new int[LONGEST];
        private int texts;

        void take(String text) {
            texts++;
            end();
            cut(text, this::word, this::end);
        }

        private void end() {
            Arrays.fill(open, NONE);
        }

        private void word(String word) {
            int number = words.getOrDefault(word, NONE);
            for (int length = LONGEST - 1; length > 0; length--) {
                open[length] = number == NONE || open[length - 1] == NONE
                        ? NONE
                        : next.getOrDefault(edge(open[length - 1], number), NONE);
                if (open[length] != NONE) {
                    found(placeOf[open[length]]);
                }
            }
            open[0] = number;
        }

        private void found(int place) {
            if (place != NONE && last[place] != texts) {
                last[place] = texts;
                counts[place]++;
            }
        }
    }
}
