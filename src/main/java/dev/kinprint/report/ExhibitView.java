package dev.kinprint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An exhibit as it is printed.
 *
 * @param id unique in the page
 * @param exhibit what is printed
 * @param columns the texts side by side
 * @param open whether it is unfolded at first
 */
record ExhibitView(String id, Exhibit exhibit, List<Column> columns, boolean open) {
    /** How many code units of a text the page prints. */
    static final int LONGEST = 6_000;

    private static final int MOST = 40;
    private static final int OPEN = 2;
    private static final long ROOM = 900_000;

    /**
     * One text.
     *
     * @param role whose text it is, in a word or two
     * @param member the model
     * @param passages the text, cut where shared spans begin and end
     * @param rest how many code units are not printed
     * @param similarity its similarity to the suspect's text, by measure
     */
    record Column(String role, String member, List<Passage> passages, int rest, Map<String, Double> similarity) {}

    /** The exhibits for which the page has room, in the order given. */
    static List<ExhibitView> of(List<Exhibit> exhibits) {
        List<ExhibitView> views = new ArrayList<>();
        long room = ROOM;
        for (Exhibit exhibit : exhibits) {
            room -= Math.min(LONGEST, exhibit.text().length())
                    + Math.min(LONGEST, exhibit.candidate().text().length())
                    + exhibit.stranger()
                            .map(other -> Math.min(LONGEST, other.text().length()))
                            .orElse(0);
            if (room < 0 || views.size() == MOST) {
                break;
            }
            String id = "exhibit-" + (views.size() + 1);
            views.add(new ExhibitView(id, exhibit, columns(exhibit), views.size() < OPEN));
        }
        return views;
    }

    /** The exhibit that shows a question of a pair. */
    static Optional<ExhibitView> find(List<ExhibitView> views, Strip strip, String question) {
        return views.stream()
                .filter(view -> view.exhibit().question().equals(question)
                        && view.exhibit().suspect().equals(strip.suspect())
                        && view.exhibit().candidate().member().equals(strip.candidate()))
                .findFirst();
    }

    private static List<Column> columns(Exhibit exhibit) {
        List<Column> columns = new ArrayList<>();
        List<Exhibit.Span> shared = exhibit.candidate().shared();
        List<Exhibit.Span> common =
                exhibit.stranger().map(Exhibit.Other::shared).orElse(List.of());
        columns.add(column("suspect", exhibit.suspect(), exhibit.text(), here(shared), here(common), new TreeMap<>()));
        columns.add(column(
                "candidate",
                exhibit.candidate().member(),
                exhibit.candidate().text(),
                there(shared),
                List.of(),
                exhibit.candidate().similarity()));
        exhibit.stranger()
                .ifPresent(other -> columns.add(column(
                        "nearest unrelated",
                        other.member(),
                        other.text(),
                        List.of(),
                        there(common),
                        other.similarity())));
        return columns;
    }

    private static Column column(
            String role,
            String member,
            String text,
            List<Passage.Stretch> shared,
            List<Passage.Stretch> common,
            Map<String, Double> similarity) {
        List<Passage> passages = Passage.cut(text, LONGEST, shared, common);
        int printed = passages.stream().mapToInt(p -> p.text().length()).sum();
        return new Column(role, member, passages, text.length() - printed, similarity);
    }

    private static List<Passage.Stretch> here(List<Exhibit.Span> spans) {
        return spans.stream().map(s -> new Passage.Stretch(s.start(), s.end())).toList();
    }

    private static List<Passage.Stretch> there(List<Exhibit.Span> spans) {
        return spans.stream()
                .map(s -> new Passage.Stretch(s.otherStart(), s.otherEnd()))
                .toList();
    }
}
