package dev.kinprint.compare;

import dev.kinprint.channel.LabWeights;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who is kin by declaration: the same lab, or the same base generation. The rule is the same for every pair and knows no
 * teachers: what a model was trained on is the question, and must not shape the background that answers it.
 */
public final class Kinship {
    private final List<Optional<String>> labs = new ArrayList<>();
    private final List<String> bases = new ArrayList<>();
    private final List<BitSet> kin = new ArrayList<>();

    private Kinship() {}

    /** The kinship of the models of a corpus, from what is declared about them. */
    public static Kinship of(Corpus corpus) {
        Kinship kinship = new Kinship();
        for (Member member : corpus.members()) {
            kinship.labs.add(LabWeights.lab(member));
            kinship.bases.add(root(corpus, member));
        }
        for (int i = 0; i < kinship.size(); i++) {
            BitSet row = new BitSet();
            for (int j = 0; j < kinship.size(); j++) {
                row.set(j, i == j || kinship.sameLab(i, j) || kinship.sameBase(i, j));
            }
            kinship.kin.add(row);
        }
        return kinship;
    }

    /**
     * Follows a declared base through the models of the corpus to the generation that it stands on; where that has no
     * name, the last model of the chain stands for it.
     */
    private static String root(Corpus corpus, Member member) {
        Set<String> seen = new HashSet<>(Set.of(member.id()));
        String last = member.id();
        Optional<String> declared = member.origin().base();
        while (declared.isPresent()) {
            Optional<Integer> next = corpus.position(declared.get()).filter(at -> seen.add(memberId(corpus, at)));
            if (next.isEmpty()) {
                break;
            }
            last = memberId(corpus, next.get());
            declared = corpus.members().get(next.get()).origin().base();
        }
        return declared.flatMap(BaseGeneration::of).orElse("model:" + last);
    }

    private static String memberId(Corpus corpus, int at) {
        return corpus.members().get(at).id();
    }

    /** Whether two models are kin; every model is kin of itself. */
    public boolean kin(int i, int j) {
        return kin.get(i).get(j);
    }

    /** The kin of either of two models, themselves included; the caller's own. */
    BitSet kinOfEither(int i, int j) {
        BitSet either = (BitSet) kin.get(i).clone();
        either.or(kin.get(j));
        return either;
    }

    /** Whether both declare the same lab. */
    public boolean sameLab(int i, int j) {
        return labs.get(i).isPresent() && labs.get(i).equals(labs.get(j));
    }

    /** Whether both stand on the same base generation. */
    public boolean sameBase(int i, int j) {
        return bases.get(i).equals(bases.get(j));
    }

    /** The declared lab of a model, in lower case; empty where none is declared. */
    public Optional<String> lab(int member) {
        return labs.get(member);
    }

    /** The base generation of a model, or a name for its own line where none is declared. */
    public String base(int member) {
        return bases.get(member);
    }

    /** How many models there are. */
    public int size() {
        return labs.size();
    }
}
