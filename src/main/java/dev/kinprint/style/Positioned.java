package dev.kinprint.style;

import java.util.ArrayList;
import java.util.List;

/** The words of a text in lower case with their places in it; punctuation and white space are passed over. */
final class Positioned {
    private final List<String> tokens = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();

    private Positioned() {}

    static Positioned of(String text, int most) {
        Positioned words = new Positioned();
        int start = -1;
        for (int i = 0; i <= text.length() && words.tokens.size() < most; i++) {
            boolean letter = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (letter && start < 0) {
                start = i;
            } else if (!letter && start >= 0) {
                words.tokens.add(text.substring(start, i).toLowerCase(java.util.Locale.ROOT));
                words.starts.add(start);
                words.ends.add(i);
                start = -1;
            }
        }
        return words;
    }

    int size() {
        return tokens.size();
    }

    String token(int at) {
        return tokens.get(at);
    }

    int start(int at) {
        return starts.get(at);
    }

    int end(int at) {
        return ends.get(at);
    }
}
