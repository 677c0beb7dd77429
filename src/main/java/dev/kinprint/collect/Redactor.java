package dev.kinprint.collect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Blanks out keys in what comes back, before it is stored: as they are, URL-encoded, in base64, and their first twelve
 * or last eight characters or more. The first eight are often the same in all keys of a vendor, and no secret. A blanked
 * byte becomes an asterisk, so that every other byte keeps its place.
 */
final class Redactor {
    private static final int HEAD = 12;
    private static final int TAIL = 8;

    private final List<byte[]> needles;

    Redactor(Collection<Secret> secrets) {
        Set<String> forms = new LinkedHashSet<>();
        for (Secret secret : secrets) {
            String key = secret.reveal();
            forms.add(key);
            forms.add(URLEncoder.encode(key, StandardCharsets.UTF_8));
            forms.add(key.replace("\\", "\\\\").replace("\"", "\\\"").replace("/", "\\/"));
            // Base64 of a longer text that holds the key: the three ways it can fall into groups of three bytes.
            for (int shift = 0; shift < 3; shift++) {
                byte[] padded = new byte[shift + key.length()];
                System.arraycopy(secret.bytes(), 0, padded, shift, key.length());
                String coded = Base64.getEncoder().withoutPadding().encodeToString(padded);
                String inner = coded.substring(shift == 0 ? 0 : shift + 1, coded.length() - 2);
                if (inner.length() >= HEAD) {
                    forms.add(inner);
                    forms.add(inner.replace('+', '-').replace('/', '_'));
                }
            }
            forms.add(key.substring(0, Math.min(HEAD, key.length())));
            forms.add(key.substring(Math.max(0, key.length() - TAIL)));
        }
        needles = forms.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(form -> form.getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    /** Blanks out keys in place; returns the ranges as offset+length, sorted. */
    List<String> blank(byte[] body) {
        boolean[] secret = new boolean[body.length];
        boolean any = false;
        for (byte[] needle : needles) {
            for (int at = find(body, needle, 0); at >= 0; at = find(body, needle, at + 1)) {
                Arrays.fill(secret, at, at + needle.length, true);
                any = true;
            }
        }
        List<String> ranges = new ArrayList<>();
        for (int i = 0; any && i < body.length; i++) {
            if (secret[i]) {
                int start = i;
                while (i < body.length && secret[i]) {
                    body[i++] = '*';
                }
                ranges.add(start + "+" + (i - start));
            }
        }
        return ranges;
    }

    /** A text without keys. */
    String clean(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        blank(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int find(byte[] body, byte[] needle, int from) {
        for (int at = from; at <= body.length - needle.length; at++) {
            int i = 0;
            while (i < needle.length && body[at + i] == needle[i]) {
                i++;
            }
            if (i == needle.length) {
                return at;
            }
        }
        return -1;
    }
}
