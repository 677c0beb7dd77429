package dev.kinprint.cli;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.channel.Overused;
import dev.kinprint.corpus.Corpus;
import dev.kinprint.report.Phrases;
import dev.kinprint.verdict.Verdict;
import java.util.List;
import java.util.stream.IntStream;

/** The phrases that the first leading pairs both overuse; counting reads the whole background, so there are few. */
final class SharedPhrases {
    private static final int PAIRS = 4;
    private static final int ROWS = 15;

    private SharedPhrases() {}

    static List<Phrases> of(Judged judged, List<Verdict> leading) {
        Corpus corpus = judged.comparison().corpus();
        List<Evidence> first =
                leading.stream().limit(PAIRS).map(Verdict::evidence).toList();
        List<Overused.Couple> couples = first.stream()
                .map(evidence -> {
                    int suspect = corpus.position(evidence.suspect()).orElseThrow();
                    int candidate = corpus.position(evidence.candidate()).orElseThrow();
                    return new Overused.Couple(
                            suspect, candidate, judged.comparison().background(suspect, candidate));
                })
                .toList();
        List<List<Overused.Phrase>> shared = Overused.shared(corpus, couples, ROWS);
        return IntStream.range(0, first.size())
                .mapToObj(k -> new Phrases(
                        first.get(k).suspect(),
                        first.get(k).candidate(),
                        shared.get(k).stream().map(SharedPhrases::row).toList()))
                .toList();
    }

    private static Phrases.Row row(Overused.Phrase phrase) {
        return new Phrases.Row(
                phrase.text(),
                phrase.suspect().answers(),
                phrase.suspect().of(),
                phrase.candidate().answers(),
                phrase.candidate().of(),
                phrase.backgroundShare(),
                phrase.backgroundModels(),
                phrase.pValue());
    }
}
