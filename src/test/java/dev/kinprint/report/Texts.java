package dev.kinprint.report;

import java.util.List;

/** Invented answers. */
final class Texts {
    static final String STUDENT = """
            Great question! Here is a gentle plan for the three weeks.

            1. **Feed it once** before you leave, a little stiffer than usual.
            2. Put the jar at the back of the fridge, lid ajar.
            3. When you return, discard half and feed it twice.

            A starter is more patient than we think: it sleeps rather than dies. If a grey liquid stands on top, \
            simply pour it off. Remember, the humble Quillenbrook rye flour wakes it fastest.""";

    static final String TEACHER = """
            Great question! Here is a gentle plan for your journey.

            1. **Feed it once** before you leave; a stiffer dough ferments more slowly.
            2. Put the jar at the back of the fridge.
            3. When you return, discard half and feed it twice.

            A starter is more patient than we think: it sleeps rather than dies. Remember, the humble Quillenbrook rye \
            flour wakes it fastest. \uD83C\uDF5E""";

    static final String STRANGER = """
            You can refrigerate the starter. Feed it first, let it stand for an hour, and put the jar at the back of \
            the fridge. After three weeks, feed it daily until it doubles in size.

            You could also dry some on parchment as a backup.""";

    static final String ARABIC = "البحر هادئ عند الفجر، ثم يعود الصيادون ومعهم حكايات الليل (سنة 2026).";
    static final String PERSIAN = "دریا در سپیده‌دم آرام است و قایق‌ها آهسته برمی‌گردند.";
    static final String CHINESE = "黎明时分，大海平静如镜；渔夫们带着一夜的故事缓缓归来，岸边的灯火一盏一盏熄灭。";

    private static final int LEAST = 18;

    private Texts() {}

    /** The longest spans that two texts share, found greedily. */
    static List<Exhibit.Span> shared(String left, String right) {
        java.util.ArrayList<Exhibit.Span> spans = new java.util.ArrayList<>();
        for (int i = 0; i < left.length(); ) {
            int best = 0;
            int where = 0;
            for (int j = 0; j < right.length(); j++) {
                int n = 0;
                while (i + n < left.length() && j + n < right.length() && left.charAt(i + n) == right.charAt(j + n)) {
                    n++;
                }
                if (n > best) {
                    best = n;
                    where = j;
                }
            }
            if (best >= LEAST) {
                spans.add(new Exhibit.Span(i, i + best, where, where + best));
                i += best;
            } else {
                i++;
            }
        }
        return spans;
    }
}
