package dev.kinprint.cli;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.channel.Overused;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.report.Phrases;
import dev.kinprint.verdict.Verdict;
import java.util.List;

/** The phrases that the first leading pairs both overuse; each pair reads the whole background, so there are few. */
final class SharedPhrases {
    private static final int PAIRS = 4;
    private static final int ROWS = 15;

    private SharedPhrases() {}

    static List<Phrases> of(Judged judged, List<Verdict> leading) {
        return leading.stream()
                .limit(PAIRS)
                .map(Verdict::evidence)
                .map(evidence -> phrases(judged, evidence))
                .toList();
    }

    private static Phrases phrases(Judged judged, Evidence evidence) {
        Corpus corpus = judged.comparison().corpus();
        int suspect = corpus.position(evidence.suspect()).orElseThrow();
        int candidate = corpus.position(evidence.candidate()).orElseThrow();
        return new Phrases(
                evidence.suspect(),
                evidence.candidate(),
                Overused.shared(corpus, suspect, candidate, judged.comparison().background(suspect, candidate), ROWS)
                        .stream()
                        .map(phrase -> new Phrases.Row(
                                phrase.text(),
                                phrase.suspect().answers(),
                                phrase.suspect().of(),
                                phrase.candidate().answers(),
                                phrase.candidate().of(),
                                phrase.backgroundShare(),
                                phrase.backgroundModels(),
                                phrase.pValue()))
                        .toList());
    }
}
