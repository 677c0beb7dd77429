package dev.kinprint.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EmbeddingTest {
    @Test
    void keepsItsValuesWhateverHappensToTheArray() {
        float[] values = {3, 4};
        Embedding embedding = Embedding.of(values);
        values[0] = 0;

        assertThat(embedding.value(0)).isEqualTo(3);
        assertThat(embedding.dimension()).isEqualTo(2);
        assertThat(embedding.dot(Embedding.of(1, 2))).isEqualTo(11);
        assertThat(embedding).isEqualTo(Embedding.of(3, 4)).isNotEqualTo(Embedding.of(0, 4));
    }

    @Test
    void aUnitVectorKeepsTheDirection() {
        assertThat(Embedding.unit(3, 4)).isEqualTo(Embedding.of(0.6f, 0.8f));
    }

    @Test
    void refusesWhatIsNoDirection() {
        assertThatThrownBy(() -> Embedding.unit(0, 0)).hasMessageContaining("values");
        assertThatThrownBy(() -> Embedding.unit(1e200, 1e200)).hasMessageContaining("values");
        assertThatThrownBy(() -> Embedding.unit(Double.NaN)).hasMessageContaining("values");
        assertThatThrownBy(() -> Embedding.of(Float.NaN)).hasMessageContaining("values");
        assertThatThrownBy(Embedding::of).hasMessageContaining("values");
        assertThatThrownBy(() -> Embedding.of(1).dot(Embedding.of(1, 2))).hasMessageContaining("dimension");
    }

    @Test
    void anIdNamesEverythingThatDecidesAVector() {
        String hash = Sha256.hex("model");

        assertThat(new EmbedderId("mini", hash, 3)).hasToString("mini-" + hash.substring(0, 16));
        assertThatThrownBy(() -> new EmbedderId("../x", hash, 3)).hasMessageContaining("name");
        assertThatThrownBy(() -> new EmbedderId("mini", "abc", 3)).hasMessageContaining("fingerprint");
        assertThatThrownBy(() -> new EmbedderId("mini", hash, 0)).hasMessageContaining("dimension");
    }
}
