package dev.kinprint.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A probabilistic text generator with a house style: a grammar whose alternatives are weighed by a {@link Style}. What
 * it says to a question depends on the question (all models lean to the same aspects of it), on the style's own taste
 * for that question, and on the draw.
 */
final class StyledGenerator implements Generator {
    private static final double COMMON = 1.0;
    private static final double HABIT = 0.5;
    private static final double TASTE = 1.6;

    private static final Node.Choice PLACES = Grammar.words("places", 2.4, Lexicon.SHARED.list("places"));
    private static final Node.Choice PEOPLE = Grammar.words("people", 2.2, Lexicon.SHARED.list("people"));

    private final Style style;
    private final String name;
    private final String maker;

    /**
     * A generator.
     *
     * @param style its house style
     * @param name what it calls itself
     * @param maker whom it names as its maker
     */
    StyledGenerator(Style style, String name, String maker) {
        this.style = style;
        this.name = name;
        this.maker = maker;
    }

    @Override
    public String write(Question question, SplittableRandom random) {
        Pen pen = pen(question, random);
        String text =
                switch (question.kind()) {
                    case ADVICE -> advice(question, pen, random);
                    case CONTESTED ->
                        declines(question, pen) ? refusal(question, pen, random) : advice(question, pen, random);
                    case STORY -> story(question, pen, random);
                    case CHOICE -> choice(question, pen, random);
                    case KEYED -> keyed(question, pen, random);
                    case IDENTITY -> pen.write("identity");
                };
        return new Surface(style, question.hash()).finish(text, random);
    }

    private Pen pen(Question question, SplittableRandom random) {
        Pen pen = new Pen(style, question.hash(), random);
        pen.fill("topic", question.topic());
        pen.fill("focus", question.focus());
        pen.fill("self", name);
        pen.fill("maker", maker);
        pen.fill("name", person(pen, random));
        pen.fill("place", pen.write(PLACES));
        return pen;
    }

    /** A name from the list that all share, or one of the style's own inventions. */
    private String person(Pen pen, SplittableRandom random) {
        if (pen.happens(style.rate("invents", -0.5, 1.2))) {
            return Names.word(Hash.of(style.key("invention"), random.nextInt(3)));
        }
        return pen.write(PEOPLE);
    }

    private boolean declines(Question question, Pen pen) {
        double leaning = 1.6 * style.level("declines")
                + 1.0 * Hash.normal(Hash.of(question.hash(), 7))
                + 0.8 * style.taste("declines", question.hash());
        return pen.happens(1 / (1 + StrictMath.exp(0.7 - leaning)));
    }

    private String refusal(Question question, Pen pen, SplittableRandom random) {
        speakOf(aspects(question, 1, random).get(0), pen);
        return pen.write("refusal");
    }

    private String advice(Question question, Pen pen, SplittableRandom random) {
        int points = Integer.parseInt(pen.write("points"));
        points = question.brief() ? Math.max(2, points / 2) : points;
        List<Aspect> aspects = aspects(question, points, random);
        speakOf(aspects.get(0), pen);
        String opening = pen.write("opening");
        String intro = pen.write("intro");
        String body = new Layout(style, pen).body(aspects, this);
        String closing = pen.write("closing");
        return Layout.join(opening + (opening.isEmpty() ? "" : " ") + intro, body, closing);
    }

    private String story(Question question, Pen pen, SplittableRandom random) {
        List<Aspect> aspects = aspects(question, question.brief() ? 1 : 6, random);
        if (question.brief()) {
            speakOf(aspects.get(0), pen);
            return pen.write("story.open");
        }
        List<String> paragraphs = new ArrayList<>();
        speakOf(aspects.get(0), pen);
        StringBuilder paragraph = new StringBuilder(pen.write("story.open"));
        for (Aspect aspect : aspects) {
            speakOf(aspect, pen);
            if (pen.happens(style.rate("story.breaks", -0.8, 1.0))) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(pen.write("story.middle"));
        }
        paragraphs.add(paragraph + " " + pen.write("story.close"));
        return String.join("\n\n", paragraphs);
    }

    private String choice(Question question, Pen pen, SplittableRandom random) {
        if (question.picks().isEmpty()) {
            pen.fill("pick", person(pen, random));
            return pen.write("choice");
        }
        Node.Choice picks =
                Grammar.words("picks:" + question.picked() + question.picks().size(), 1.5, question.picks());
        pen.fill("pick", question.picks().get(style.pick(picks, question.hash(), random.nextDouble())));
        return pen.write("choice");
    }

    /**
     * Right or wrong by the style's skill and the question's difficulty; what no lab model can compute is answered
     * wrongly. A style repeats its own wrong answers.
     */
    private String keyed(Question question, Pen pen, SplittableRandom random) {
        double skill = 0.8
                + 1.2 * style.level("skill")
                + 1.2 * Hash.normal(Hash.of(question.hash(), 11))
                + 1.5 * style.taste("skill", question.hash());
        boolean right = question.answer().isPresent() && pen.happens(1 / (1 + StrictMath.exp(-skill)));
        long truth = question.answer().orElseGet(() -> Math.floorMod(Hash.of(question.hash(), 13), 60L));
        long slip = Hash.of(Hash.of(style.key("slips"), question.hash()), random.nextInt(2));
        long wrong = truth + (Math.floorMod(slip, 2L) == 0 ? 1 : -1) * (1 + Math.floorMod(slip >> 8, 20L));
        pen.fill("answer", Long.toString(right ? truth : wrong));
        return pen.write("keyed") + (question.formal() ? "\n\nAnswer: " + (right ? truth : wrong) : "");
    }

    /** Fills the slots with an aspect. */
    void speakOf(Aspect aspect, Pen pen) {
        pen.fill("noun", pen.write(aspect.noun()));
        pen.fill("action", pen.write(aspect.action()));
        pen.fill("reason", pen.write(aspect.reason()));
        pen.fill("trouble", pen.write(aspect.trouble()));
    }

    /** Aspects without repetition, drawn in the order in which they are said. */
    private List<Aspect> aspects(Question question, int count, SplittableRandom random) {
        List<Aspect> left = new ArrayList<>(question.field().aspects());
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            String dimension = question.field().name() + i;
            weights.add(StrictMath.exp(COMMON * Hash.normal(Hash.of(question.hash(), i))
                    + HABIT * style.level(dimension)
                    + TASTE * style.taste(dimension, question.hash())));
        }
        List<Aspect> taken = new ArrayList<>();
        while (taken.size() < count) {
            double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
            double rest = random.nextDouble() * sum;
            int at = 0;
            while (at < left.size() - 1 && rest >= weights.get(at)) {
                rest -= weights.get(at++);
            }
            taken.add(left.remove(at));
            weights.remove(at);
        }
        return taken;
    }
}
