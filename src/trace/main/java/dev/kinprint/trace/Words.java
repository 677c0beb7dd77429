package dev.kinprint.trace;

import java.util.Locale;

/** Numbers in sentences, the same on every machine. */
final class Words {
    private Words() {}

    /** Formats as {@link String#format}, in no country's way. */
    @SuppressWarnings("AnnotateFormatMethod") // the annotation would need a library at run time
    static String of(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
