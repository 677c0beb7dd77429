package dev.kinprint.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.suite.Origin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KinshipTest {
    /** Models from rows of id, lab and base; a dash declares nothing. */
    private static Kinship kinship(String rows) {
        Corpus.Builder builder = new Corpus.Builder();
        for (String row : rows.strip().split("\n", -1)) {
            String[] cells = row.strip().split(",", -1);
            builder.member(new Member(
                    cells[0].strip(),
                    new Origin(declared(cells[1]), declared(cells[2]), Optional.empty(), Optional.empty())));
        }
        return Kinship.of(builder.build());
    }

    private static Optional<String> declared(String cell) {
        return Optional.of(cell.strip()).filter(word -> !word.equals("-"));
    }

    @Test
    void oneLabOrOneBaseMakesKin() {
        Kinship kinship = kinship("""
                a, Acme, llama-7b
                b, acme , -
                c, -, llama-13b
                d, Other, llama-2-7b
                e, -, -
                """);

        assertThat(kinship.kin(0, 1)).as("one lab, however it is written").isTrue();
        assertThat(kinship.kin(0, 2)).as("two sizes of one base").isTrue();
        assertThat(kinship.kin(1, 2)).as("kin of kin is not kin").isFalse();
        assertThat(kinship.kin(0, 3)).isFalse();
        assertThat(kinship.kin(4, 4)).as("of itself").isTrue();
        assertThat(kinship.kin(4, 3)).isFalse();
        assertThat(kinship.lab(1)).contains("acme");
        assertThat(kinship.base(2)).isEqualTo("llama-1");
    }

    @Test
    void aBaseIsFollowedThroughTheModelsOfTheCorpus() {
        Kinship kinship = kinship("""
                a-root, L1, mistral-7b
                b-tuned, L2, a-root
                c-merged, L3, b-tuned
                d-stranger, L4, Mistral-7B-v0.1
                e-own, L5, own
                f-child, L6, e-own
                g-grandchild, L7, f-child
                """);

        assertThat(IntStream.range(1, 4)).allMatch(m -> kinship.sameBase(0, m));
        assertThat(kinship.base(2)).isEqualTo("mistral");
        assertThat(kinship.sameBase(4, 5))
                .as("a chain that ends in a model without a named base")
                .isTrue();
        assertThat(kinship.sameBase(4, 6)).isTrue();
        assertThat(kinship.sameBase(0, 4)).isFalse();
    }

    @Test
    void wordsThatNameNobodyMakeNobodyKin() {
        Kinship kinship = kinship("""
                a, unknown, own
                b, Unknown, own
                c, community, proprietary
                d, community, proprietary
                e, others, proprietary:x
                f, others, proprietary:x
                """);

        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(kinship.kin(i, j)).as("%d and %d", i, j).isFalse();
            }
        }
    }

    @Test
    void aCircleOfBasesEnds() {
        Kinship kinship = kinship("""
                a, -, b
                b, -, a
                c, -, c
                """);

        assertThat(kinship.size()).isEqualTo(3);
        assertThat(kinship.kin(0, 2)).isFalse();
    }

    private static Kinship labs(int... sizes) {
        StringBuilder rows = new StringBuilder();
        for (int lab = 0; lab < sizes.length; lab++) {
            for (int k = 0; k < sizes[lab]; k++) {
                rows.append("m")
                        .append(lab)
                        .append("x")
                        .append(k)
                        .append(", lab")
                        .append(lab)
                        .append(", -\n");
            }
        }
        return kinship(rows.toString());
    }

    @Test
    void allBackgroundsAreOfOneSizeWithoutThePairItsKinAndOutsiders() {
        Kinship kinship = labs(3, 1, 2, 1, 1, 4, 1, 1, 1, 1);
        Set<Integer> outside = Set.of(3, 15);
        Backgrounds backgrounds = Backgrounds.of(kinship, outside, lots(kinship, 5));
        int size = backgrounds.of(0, 1).size();
        for (int i = 0; i < kinship.size(); i++) {
            for (int j = 0; j < kinship.size(); j++) {
                var reference = backgrounds.of(i, j);
                assertThat(reference).isSameAs(backgrounds.of(j, i));
                assertThat(reference.size()).as("%d and %d", i, j).isEqualTo(size);
                for (int r = 0; r < kinship.size(); r++) {
                    if (kinship.kin(i, r) || kinship.kin(j, r) || outside.contains(r)) {
                        assertThat(reference.holds(r))
                                .as("%d in the background of %d and %d", r, i, j)
                                .isFalse();
                    }
                }
            }
        }
        // Sixteen models, two outside, and the largest kin are four and three.
        assertThat(size).isEqualTo(16 - 2 - 7);
    }

    @Test
    void aFewPairsWithManyKinDoNotMakeAllBackgroundsSmall() {
        Kinship kinship = labs(9, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        Backgrounds backgrounds = Backgrounds.of(kinship, Set.of(), lots(kinship, 5));

        assertThat(backgrounds.of(9, 10).size()).as("half of sixteen").isEqualTo(8);
        assertThat(backgrounds.of(0, 1).size())
                .as("nine that are kin of no one")
                .isEqualTo(8);
        assertThat(backgrounds.of(0, 9).size()).isEqualTo(8);
        Kinship crowded = labs(12, 1, 1, 1, 1, 1, 1);
        assertThat(Backgrounds.of(crowded, Set.of(), lots(crowded, 5)).of(0, 12).size())
                .as("keeps what it has")
                .isEqualTo(5);
        assertThat(Backgrounds.of(crowded, Set.of(), lots(crowded, 5))
                        .of(12, 13)
                        .size())
                .isEqualTo(8);
    }

    @Test
    void whichModelsAreDroppedFollowsFromTheSeed() {
        Kinship kinship = labs(5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        boolean moved = false;
        for (int i = 5; i < kinship.size(); i++) {
            for (int r = 0; r < kinship.size(); r++) {
                boolean one = Backgrounds.of(kinship, Set.of(), lots(kinship, 1))
                        .of(i, i - 1)
                        .holds(r);
                assertThat(Backgrounds.of(kinship, Set.of(), lots(kinship, 1))
                                .of(i, i - 1)
                                .holds(r))
                        .isEqualTo(one);
                moved |= Backgrounds.of(kinship, Set.of(), lots(kinship, 2))
                                .of(i, i - 1)
                                .holds(r)
                        != one;
            }
        }
        assertThat(moved).as("another seed drops others").isTrue();
    }

    @Test
    void aPairIsTwoModels() {
        assertThatThrownBy(() -> new Pair(3, 3)).hasMessageContaining("3 and 3");
        assertThatThrownBy(() -> new Pair(-1, 3)).hasMessageContaining("-1 and 3");
    }

    private static List<Long> lots(Kinship kinship, long seed) {
        return LongStream.range(0, kinship.size())
                .map(m -> Backgrounds.mix(seed * 1_000 + m))
                .boxed()
                .toList();
    }
}
