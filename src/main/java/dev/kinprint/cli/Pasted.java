package dev.kinprint.cli;

import dev.kinprint.fault.OperatorError;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;

/**
 * What a person pasted for one question.
 *
 * @param mark how it ended
 * @param words the lines before the mark
 */
record Pasted(Mark mark, String words) {
    private static final int LONGEST = 1 << 20;

    /** A line of its own that ends an answer. */
    enum Mark {
        /** The answer is whole. */
        END("::end"),
        /** The model declined. */
        REFUSED("::refused"),
        /** The question stays open. */
        SKIP("::skip"),
        /** The question stays open, and so do all after it; the end of the input does the same. */
        QUIT("::quit");

        private final String line;

        Mark(String line) {
            this.line = line;
        }
    }

    /** Reads up to the next mark. */
    static Pasted read(BufferedReader in) {
        StringBuilder words = new StringBuilder();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                for (Mark mark : Mark.values()) {
                    if (line.stripTrailing().equals(mark.line)) {
                        return new Pasted(mark, words.toString());
                    }
                }
                words.append(words.length() == 0 ? "" : "\n").append(line);
                if (words.length() > LONGEST) {
                    throw wrong("it is longer than " + LONGEST + " characters", "Check that ::end stands after it.");
                }
            }
        } catch (CharacterCodingException e) {
            throw wrong("it is not UTF-8", "Put the answers into a UTF-8 file and give it with --from.");
        } catch (IOException e) {
            throw new UncheckedIOException("the answer cannot be read", e);
        }
        return new Pasted(Mark.QUIT, words.toString());
    }

    private static OperatorError wrong(String why, String next) {
        return OperatorError.usage("The answer cannot be taken", "standard input", why, next);
    }
}
