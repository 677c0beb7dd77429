package dev.kinprint.style;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts in how many texts certain phrases stand. A phrase is a run of two to four words of one sentence or line. */
public final class PhraseCounts {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;

    private final List<String> phrases;
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<List<Integer>, Integer> places = new HashMap<>();

    private PhraseCounts(List<String> phrases) {
        this.phrases = phrases;
        for (int f = 0; f < phrases.size(); f++) {
            List<Integer> numbers = new ArrayList<>();
            for (String word : phrases.get(f).split(" ", -1)) {
                Integer known = words.putIfAbsent(word, words.size());
                numbers.add(known == null ? words.size() - 1 : known);
            }
            places.put(numbers, f);
        }
    }

    /** The phrases that stand in at least some number of texts of each of two groups, in alphabetical order. */
    public static PhraseCounts common(List<String> first, List<String> second, int least) {
        Map<String, Integer> left = often(first, least);
        Map<String, Integer> right = often(second, least);
        return new PhraseCounts(
                left.keySet().stream().filter(right::containsKey).toList());
    }

    private static Map<String, Integer> often(List<String> texts, int least) {
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
        return new TreeMap<>(counts);
    }

    /** The words of a text, cut at everything that is no word. */
    private static List<List<String>> runs(String text) {
        List<List<String>> runs = new ArrayList<>();
        runs.add(new ArrayList<>());
        Tokens.scan(text, token -> {
            if (Character.isLetterOrDigit(token.codePointAt(0))) {
                runs.get(runs.size() - 1).add(token);
            } else if (!token.equals("'") && !token.equals("’")) {
                runs.add(new ArrayList<>());
            }
        });
        return runs;
    }

    /** How many phrases there are. */
    public int size() {
        return phrases.size();
    }

    /** A phrase by its place. */
    public String phrase(int place) {
        return phrases.get(place);
    }

    /** For each of several collections, in how many of the texts each phrase stands. Texts are cut into words once. */
    public static List<int[]> count(List<PhraseCounts> each, List<String> texts) {
        List<Counter> counters =
                each.stream().map(phrases -> phrases.new Counter()).toList();
        for (int t = 0; t < texts.size(); t++) {
            for (List<String> run : runs(texts.get(t))) {
                for (Counter counter : counters) {
                    counter.take(t, run);
                }
            }
        }
        return counters.stream().map(counter -> counter.counts).toList();
    }

    private final class Counter {
        private final int[] counts = new int[phrases.size()];
        private final int[] last = new int[phrases.size()];

        Counter() {
            Arrays.fill(last, -1);
        }

        void take(int text, List<String> run) {
            List<Integer> numbers =
                    run.stream().map(word -> words.getOrDefault(word, -1)).toList();
            for (int at = 0; at < numbers.size(); at++) {
                for (int length = SHORTEST; length <= LONGEST && at + length <= numbers.size(); length++) {
                    if (numbers.get(at + length - 1) < 0) {
                        break;
                    }
                    Integer place = places.get(numbers.subList(at, at + length));
                    if (place != null && last[place] != text) {
                        last[place] = text;
                        counts[place]++;
                    }
                }
            }
        }
    }
}
