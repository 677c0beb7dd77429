package dev.kinprint.trace;

import dev.kinprint.lab.Lab;
import dev.kinprint.stats.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The traffic of a made-up provider: accounts of people, and accounts that rings of harvesters run. People come in
 * sessions by day, have favourite subjects and words of their own, and ask some questions that everybody asks; some have
 * a template of their own. A ring shares a few templates, goes through a list of subjects without repetition, in equal
 * shares, and goes on by night.
 */
final class LabTraffic {
    /** Draws of the provider's model from this number on are logged; those below are fresh. */
    private static final int LOGGED_FROM = 1_000;

    private static final long START = 1_760_000_000L;
    private static final long DAY = 86_400;
    private static final int DAYS = 30;
    private static final int POPULAR = 40;

    private static final List<String> THINGS = List.of(
            "bread dough",
            "bean soup",
            "fish pie",
            "hotel booking",
            "ferry ticket",
            "rail journey",
            "knee pain",
            "morning run",
            "sleep habit",
            "home loan",
            "tax form",
            "savings plan",
            "team meeting",
            "job interview",
            "project deadline",
            "history exam",
            "reading list",
            "maths lesson",
            "rose bed",
            "compost heap",
            "tomato plant",
            "phone backup",
            "home network",
            "old laptop",
            "kitchen floor",
            "attic window",
            "garden wall",
            "wedding speech",
            "family quarrel",
            "old friend",
            "moon orbit",
            "water cycle",
            "battery cell",
            "cover letter",
            "short essay",
            "news headline");
    private static final List<String> KINDS = List.of(
            "small",
            "cheap",
            "broken",
            "famous",
            "difficult",
            "quiet",
            "heavy",
            "modern",
            "simple",
            "unusual",
            "busy",
            "forgotten",
            "rural",
            "seasonal",
            "shared",
            "temporary",
            "second-hand",
            "weekly",
            "foreign",
            "reliable");
    private static final List<String> PEOPLE_ASK = List.of(
            "How do I deal with my %s?",
            "Why does the %s never work out for me?",
            "%s - any ideas?",
            "My neighbour keeps talking about a %s, what should I say?",
            "Is a %s worth the money these days?",
            "I need help with the %s before Friday.",
            "What is the usual mistake with a %s?",
            "Tell me something surprising about the %s.",
            "Can you explain the %s to my daughter?",
            "What would you do about a %s in winter?",
            "I am tired of my %s. Where do I start?",
            "Please compare two ways of handling the %s.",
            "Which questions should I ask about a %s?",
            "Write a few lines about the %s for our club.",
            "Does the weather matter for a %s?");
    private static final List<String> HARVEST = List.of(
            "You are an expert. Explain the %s to a complete beginner in seven numbered steps, and name the typical"
                    + " errors.",
            "Give a detailed and structured answer: what are the causes of trouble with the %s, and how is each one"
                    + " fixed?",
            "Act as a patient teacher and write a thorough lesson about the %s with reasons for every piece of advice.",
            "List the most important facts about the %s, rank them by importance, and justify the ranking in full"
                    + " sentences.",
            "Produce a complete guide to the %s for professionals, with headings, warnings and a closing summary.",
            "Answer as precisely as you can: how does one plan, carry out and check the work on the %s?");
    private static final int RING_TEMPLATES = 2;

    private final Draws draws;
    private final List<Asked> asked = new ArrayList<>();
    private final Map<String, Integer> rings = new TreeMap<>();

    private LabTraffic(long seed) {
        this.draws = new Draws(seed, 71);
    }

    /** An exchange that has no answer yet. */
    private record Asked(String account, long at, String prompt) {}

    /**
     * A log whose truth is known.
     *
     * @param exchanges the log, account after account
     * @param rings the number of the ring, from 0, of each account that harvests
     */
    record Log(List<Exchange> exchanges, Map<String, Integer> rings) {
        Log {
            exchanges = List.copyOf(exchanges);
            rings = Map.copyOf(rings);
        }
    }

    /**
     * Makes a log.
     *
     * @param people how many accounts of people
     * @param rings how many rings; at most three, which is what there are templates for
     * @param size how many accounts a ring has
     * @param each how many exchanges an account has, about
     */
    static Log of(Lab lab, String teacher, long seed, int people, int rings, int size, int each) {
        if (rings > HARVEST.size() / RING_TEMPLATES) {
            throw new IllegalArgumentException("rings: " + rings + " are too many");
        }
        LabTraffic traffic = new LabTraffic(seed);
        for (int i = 0; i < people; i++) {
            traffic.person("p" + i, each);
        }
        for (int ring = 0; ring < rings; ring++) {
            traffic.ring(ring, size, each);
        }
        return new Log(traffic.answered(lab, teacher), traffic.rings);
    }

    /** Each answer depends on its place in the log and on nothing else, so they are written in parallel. */
    private List<Exchange> answered(Lab lab, String teacher) {
        return IntStream.range(0, asked.size())
                .parallel()
                .mapToObj(i -> new Exchange(
                        asked.get(i).account(),
                        asked.get(i).at(),
                        asked.get(i).prompt(),
                        lab.answer(teacher, asked.get(i).prompt(), LOGGED_FROM + i)))
                .toList();
    }

    private void person(String account, int each) {
        List<String> favourites = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            favourites.add(pick(THINGS));
        }
        List<String> frames = new ArrayList<>();
        // Every eighth person has a template of his own, which nobody shares.
        boolean templated = draws.uniform() < 0.125;
        for (int i = 0; i < (templated ? 1 : 8); i++) {
            frames.add(
                    templated
                            ? "As always for my column: " + pick(PEOPLE_ASK) + " Sign it " + account + "."
                            : pick(PEOPLE_ASK));
        }
        int count = Math.max(10, (int) (each * (0.6 + 0.8 * draws.uniform())));
        int waking = 6 + (int) (draws.uniform() * 12);
        long at = START + (long) (draws.uniform() * 2 * DAY);
        for (int i = 0; i < count; i++) {
            boolean session = draws.uniform() < 0.6;
            at += session ? 30 + (long) (draws.uniform() * 400) : (long) (DAY * (0.2 + 1.6 * draws.uniform()));
            long hour = waking + (long) (draws.uniform() * 8);
            at = session ? at : at - Math.floorMod(at, DAY) + Math.floorMod(hour, 24L) * 3600;
            String subject = draws.uniform() < 0.7 ? pick(favourites) : pick(THINGS);
            subject = draws.uniform() < 0.4 ? pick(KINDS) + " " + subject : subject;
            String prompt =
                    draws.uniform() < 0.12 ? popular() : String.format(java.util.Locale.ROOT, pick(frames), subject);
            add(account, at, prompt);
        }
    }

    /** One of the questions that everybody asks. */
    private String popular() {
        int number = (int) (draws.uniform() * draws.uniform() * POPULAR);
        return String.format(
                java.util.Locale.ROOT,
                PEOPLE_ASK.get(number % PEOPLE_ASK.size()),
                THINGS.get(number * 7 % THINGS.size()));
    }

    private void ring(int ring, int size, int each) {
        List<String> subjects = new ArrayList<>();
        for (String kind : KINDS) {
            for (String thing : THINGS) {
                subjects.add(kind + " " + thing);
            }
        }
        int[] order = draws.permutation(subjects.size());
        int next = 0;
        for (int member = 0; member < size; member++) {
            String account = "h" + ring + "-" + member;
            rings.put(account, ring);
            long gap = DAYS * DAY / 4 / each;
            long at = START + (long) (draws.uniform() * DAY);
            for (int i = 0; i < each; i++) {
                at += (long) (gap * (0.7 + 0.6 * draws.uniform()));
                String template = HARVEST.get(ring * RING_TEMPLATES + next % RING_TEMPLATES);
                String subject = subjects.get(order[next / RING_TEMPLATES % order.length]);
                next++;
                add(account, at, String.format(java.util.Locale.ROOT, template, subject));
            }
        }
    }

    private void add(String account, long at, String prompt) {
        asked.add(new Asked(account, at, prompt));
    }

    private String pick(List<String> some) {
        return some.get((int) (draws.uniform() * some.size()));
    }
}
