package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsOfSpeechTest {
    private static String read(String text) {
        byte[] found = new PartsOfSpeech().of(text, 100);
        return IntStream.range(0, found.length)
                .mapToObj(k -> PartsOfSpeech.name(found[k]))
                .collect(Collectors.joining(" "));
    }

    @Test
    void givesWordsTheirUniversalPartsOfSpeech() {
        // As annotated by hand by the guidelines of Universal Dependencies, version 2.
        assertThat(read("The old sailor slowly repaired three nets in London."))
                .isEqualTo("DET ADJ NOUN ADV VERB NUM NOUN ADP PROPN PUNCT end of line");
        assertThat(read("She can sing, but they never listen!"))
                .isEqualTo("PRON AUX VERB PUNCT CCONJ PRON ADV VERB PUNCT end of line");
    }

    @Test
    void everyLineEndsAndEverySentenceIsReadByItself() {
        String whole = read("Dogs bark. Cats sleep.\n\nBirds sing.");
        assertThat(whole)
                .isEqualTo(read("Dogs bark.").replace(" end of line", "") + " " + read("Cats sleep.") + " end of line "
                        + read("Birds sing."));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 59, 60, 61, 119, 120, 121, 250})
    void readsNoMoreThanItIsAskedFor(int most) {
        String endless = "and then ".repeat(400);
        assertThat(new PartsOfSpeech().of(endless, most)).hasSize(most);
        assertThat(new PartsOfSpeech().of("word\n".repeat(400), most)).hasSize(most);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "\r\n\r\n",
                "\u0000\u0007",
                "אבג דהו",
                "中文句子。再来一句！",
                "🙂🙃🙂",
                "\uD800 lone",
                "a\u2028b",
                "((((((",
                "<b>&amp;</b>"
            })
    void anythingAtAllCanBeRead(String text) {
        byte[] found = new PartsOfSpeech().of(text, 20);
        assertThat(found.length).isLessThanOrEqualTo(20);
        for (byte tag : found) {
            assertThat(PartsOfSpeech.name(tag)).isNotBlank();
        }
    }

    @Test
    void aReaderRemembersNothingAndSeveralReadSideBySide() {
        List<String> texts = IntStream.range(0, 40)
                .mapToObj(k -> "Item " + k + " was sold. " + "Nobody saw it, said witness number " + k * k
                        + ". ".repeat(k % 3))
                .toList();
        PartsOfSpeech one = new PartsOfSpeech();
        List<byte[]> inTurn = texts.stream().map(text -> one.of(text, 50)).toList();
        List<byte[]> sideBySide = texts.parallelStream()
                .map(text -> new PartsOfSpeech().of(text, 50))
                .toList();
        List<Integer> back = IntStream.range(0, 40).boxed().collect(Collectors.toList());
        Collections.reverse(back);
        for (int k : back) {
            assertThat(sideBySide.get(k)).isEqualTo(inTurn.get(k)).isEqualTo(one.of(texts.get(k), 50));
        }
    }
}
