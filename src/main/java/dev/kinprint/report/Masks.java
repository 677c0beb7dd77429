package dev.kinprint.report;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Gap;
import dev.kinprint.corpus.Member;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Letters for the names of models, and numbers for those of labs: first the suspects, then candidates, then others. */
public final class Masks {
    private static final int LETTERS = 26;

    private final Map<String, String> models;
    private final Map<String, String> labs;
    private final Pattern anyName;

    private Masks(Map<String, String> models, Map<String, String> labs) {
        this.models = models;
        this.labs = labs;
        Set<String> names = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        names.addAll(models.keySet());
        names.addAll(labs.keySet());
        this.anyName = Pattern.compile(names.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")));
    }

    /** The masks of a report; the same report and corpus always get the same. */
    public static Masks of(Report report, Corpus corpus) {
        Members roles = Members.of(report.verdicts());
        Set<String> ids = new LinkedHashSet<>();
        report.answers().forEach(answer -> ids.add(answer.suspect()));
        ids.addAll(roles.suspects());
        ids.addAll(roles.candidates());
        report.coverage().forEach(row -> ids.add(row.member()));
        Set<String> labs = new TreeSet<>();
        for (Member member : corpus.members()) {
            ids.add(member.id());
            member.origin().lab().ifPresent(labs::add);
            member.origin().family().ifPresent(labs::add);
            member.origin().base().ifPresent(labs::add);
        }
        labs.removeAll(ids);
        Map<String, String> letters = new LinkedHashMap<>();
        ids.forEach(id -> letters.put(id, letters(letters.size())));
        Map<String, String> numbers = new LinkedHashMap<>();
        labs.forEach(lab -> numbers.put(lab, "lab-" + (numbers.size() + 1)));
        return new Masks(letters, numbers);
    }

    /** A, B, ... Z, AA, AB, ... */
    private static String letters(int number) {
        String last = Character.toString('A' + number % LETTERS);
        return number < LETTERS ? last : letters(number / LETTERS - 1) + last;
    }

    /** Which letters stand for which model, in the order of the letters; for whoever may know it. */
    public Map<String, String> models() {
        return Collections.unmodifiableMap(models);
    }

    /** What stands for a model. */
    String model(String id) {
        return models.getOrDefault(id, "a model");
    }

    /** What stands for a lab. */
    String lab(String name) {
        return labs.getOrDefault(name, models.getOrDefault(name, "a lab"));
    }

    List<String> models(List<String> ids) {
        return ids.stream().map(this::model).toList();
    }

    /** A sentence of ours with every name of a model or a lab masked. */
    String in(String sentence) {
        return anyName.matcher(sentence)
                .replaceAll(name -> Matcher.quoteReplacement(
                        models.getOrDefault(name.group(), labs.getOrDefault(name.group(), ""))));
    }

    List<String> in(List<String> sentences) {
        return sentences.stream().map(this::in).toList();
    }

    /** The corpus with its models masked; the texts are as they were. */
    Corpus of(Corpus corpus) {
        Corpus.Builder masked = new Corpus.Builder();
        corpus.questions().forEach(masked::question);
        for (int m = 0; m < corpus.members().size(); m++) {
            Member member = corpus.members().get(m);
            String name = model(member.id());
            masked.member(new Member(name, member.origin()));
            for (int q = 0; q < corpus.questions().size(); q++) {
                List<String> texts = corpus.texts(m, q);
                for (int s = 0; s < texts.size(); s++) {
                    masked.text(name, corpus.questions().get(q).id(), s, texts.get(s));
                }
            }
        }
        corpus.gaps()
                .forEach(gap -> masked.gap(
                        new Gap(model(gap.member()), gap.question(), gap.sample(), gap.reason(), in(gap.detail()))));
        return masked.build();
    }
}
