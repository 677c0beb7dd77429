package dev.kinprint.style;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void takesCapitalisedWordsInsideSentences() {
        assertThat(Names.of("In the town of Vel Andra lived Mirelle, and Tom's brother. The end came. She left Oslo!"))
                .containsExactly("Mirelle", "Oslo", "Tom's", "Vel Andra");
    }

    @Test
    void passesOverWhatBeginsASentenceALineOrAnItem() {
        assertThat(Names.of("Hello there\n- Boil water\n1. Peel them\n**Tip** Use salt: Add \"Fine\" salt (Or not)"))
                .isEmpty();
    }

    @Test
    void keepsAccentsAndCutsWithoutEnd() {
        assertThat(Names.of("we met Élodie Ñandú")).containsExactly("Élodie Ñandú");
        assertThat(Names.of("the " + "Aa ".repeat(100)).iterator().next()).hasSize(80);
        assertThat(Names.of("")).isEmpty();
        assertThat(Names.of("it is I")).as("shorter than a name").isEmpty();
    }
}
