package dev.kinprint.watch;

import dev.kinprint.compare.Kinship;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Who belongs to which line in a library, and who is kin. */
final class Lines {
    private final List<String> names;
    private final int[] lineOf;
    private final Kinship kinship;
    private final boolean[][] close;

    Lines(List<Fingerprint> fingerprints) {
        Corpus.Builder members = new Corpus.Builder();
        fingerprints.forEach(fingerprint -> members.member(new Member(fingerprint.model(), fingerprint.origin())));
        this.kinship = Kinship.of(members.build());
        this.names = new ArrayList<>(
                new TreeSet<>(fingerprints.stream().map(Fingerprint::line).toList()));
        this.lineOf = fingerprints.stream()
                .mapToInt(fingerprint -> names.indexOf(fingerprint.line()))
                .toArray();
        this.close = new boolean[lineOf.length][lineOf.length];
        for (int i = 0; i < lineOf.length; i++) {
            for (int j = 0; j < lineOf.length; j++) {
                close[i][j] = i == j || lineOf[i] == lineOf[j] || kinship.kin(i, j);
            }
        }
    }

    int count() {
        return names.size();
    }

    String name(int line) {
        return names.get(line);
    }

    int of(int member) {
        return lineOf[member];
    }

    /** Whether two models are kin or of one line, so that one is no stranger to the other. */
    boolean close(int i, int j) {
        return close[i][j];
    }

    /** The lab of a model, or a name of its own where none is declared. */
    String lab(int member) {
        return kinship.lab(member).orElse("model:" + member);
    }
}
