package dev.kinprint.report;

import dev.kinprint.calibrate.Evidence;
import dev.kinprint.calibrate.Relation;
import dev.kinprint.verdict.Attribution;
import dev.kinprint.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the page shows of a report: chosen, ordered and cut to a size that can be read.
 *
 * @param report the report
 * @param members what each model is
 * @param suspects the suspects that get a card of their own
 * @param more the answers for the others
 * @param coverage the coverage table
 * @param parity the parameters of all models
 * @param heatMaps the heat maps
 * @param trees the trees
 * @param maps the maps of points
 * @param strips the pairs question by question
 * @param exhibits the texts side by side
 */
record Page(
        Report report,
        Members members,
        List<SuspectView> suspects,
        List<Answer> more,
        CoverageView coverage,
        ParityView parity,
        List<HeatView> heatMaps,
        List<TreeView> trees,
        List<MapView> maps,
        List<StripView> strips,
        List<ExhibitView> exhibits) {
    private static final int CARDS = 12;
    private static final int RULERS = 6;
    private static final int STRIPS = 12;

    static Page of(Report report) {
        Members members = Members.of(report.verdicts());
        int cards = Math.min(CARDS, report.answers().size());
        List<HeatView> heatMaps = new ArrayList<>();
        report.heatMaps().forEach(map -> heatMaps.add(HeatView.of("heat-" + (heatMaps.size() + 1), map, members)));
        List<TreeView> trees = new ArrayList<>();
        report.trees().forEach(tree -> trees.add(TreeView.of("tree-" + (trees.size() + 1), tree, members)));
        List<MapView> maps = new ArrayList<>();
        report.maps().forEach(map -> maps.add(MapView.of("map-" + (maps.size() + 1), map, members)));
        List<StripView> strips = new ArrayList<>();
        report.strips().stream()
                .limit(STRIPS)
                .forEach(strip -> strips.add(StripView.of("strip-" + (strips.size() + 1), strip)));
        return new Page(
                report,
                members,
                suspects(report, cards),
                report.answers().subList(cards, report.answers().size()),
                CoverageView.of(report.coverage(), members),
                ParityView.of(report.conduct(), members),
                heatMaps,
                trees,
                maps,
                strips,
                ExhibitView.of(report.exhibits()));
    }

    /** The evidence that the page takes apart by channel. */
    List<Evidence> taken() {
        return suspects.stream()
                .flatMap(suspect -> suspect.drivers().stream())
                .map(DriverView::evidence)
                .toList();
    }

    private static List<SuspectView> suspects(Report report, int cards) {
        Map<String, List<Verdict>> verdicts = report.verdicts().stream()
                .collect(Collectors.groupingBy(
                        verdict -> verdict.evidence().suspect(), TreeMap::new, Collectors.toList()));
        Map<Relation, CalibrationNote.Fit> fits = new TreeMap<>();
        report.calibration().fits().forEach(fit -> fits.put(fit.relation(), fit));
        List<SuspectView> views = new ArrayList<>();
        for (Answer answer : report.answers().subList(0, cards)) {
            String id = "suspect-" + (views.size() + 1);
            List<Verdict> own = verdicts.getOrDefault(answer.suspect(), List.of());
            List<Attribution> attributions = report.attributions().stream()
                    .filter(attribution -> attribution.suspect().equals(answer.suspect()))
                    .sorted(Comparator.comparing(Attribution::relation))
                    .toList();
            List<Ruler> ruled = report.rulers().stream()
                    .filter(ruler -> ruler.suspect().equals(answer.suspect()))
                    .toList();
            List<PairView> pairs =
                    PairView.of(own, ruled.stream().map(Ruler::candidate).findFirst());
            List<DriverView> drivers = drivers(id, pairs);
            views.add(new SuspectView(
                    id,
                    answer,
                    Headline.of(own, attributions),
                    pairs,
                    attributions,
                    rulers(id, pairs, ruled, fits),
                    drivers,
                    ablations(report, drivers)));
        }
        return views;
    }

    private static List<RulerView> rulers(
            String id, List<PairView> pairs, List<Ruler> rulers, Map<Relation, CalibrationNote.Fit> fits) {
        List<RulerView> views = new ArrayList<>();
        for (PairView pair : pairs) {
            List<Ruler> own = rulers.stream()
                    .filter(ruler -> ruler.candidate().equals(pair.candidate()))
                    .toList();
            if (!own.isEmpty() && views.size() < RULERS) {
                views.add(RulerView.of(id + "-ruler-" + (views.size() + 1), own, pair, fits));
            }
        }
        return views;
    }

    /**
     * What tests beside the verdict found, by suspect, for the pairs shown first; what they lack data for stands in the
     * files.
     */
    Map<String, List<SideNote>> beside() {
        Map<String, List<SideNote>> found = new LinkedHashMap<>();
        for (SuspectView view : suspects) {
            List<SideNote> own = view.first().stream()
                    .flatMap(pair -> report.beside().stream()
                            .filter(note -> note.value().isPresent()
                                    && note.suspect().equals(view.answer().suspect())
                                    && note.candidate().equals(pair.candidate())))
                    .toList();
            if (!own.isEmpty()) {
                found.put(view.answer().suspect(), own);
            }
        }
        return found;
    }

    private static List<AblationView> ablations(Report report, List<DriverView> drivers) {
        List<AblationView> views = new ArrayList<>();
        for (DriverView driver : drivers) {
            Evidence printed = driver.evidence();
            report.ablations().stream()
                    .filter(one -> one.suspect().equals(printed.suspect())
                            && one.candidate().equals(printed.candidate())
                            && one.relation() == printed.relation()
                            && !one.rows().isEmpty())
                    .forEach(one -> views.add(AblationView.of(driver.id() + "-without", printed, one)));
        }
        return views;
    }

    private static List<DriverView> drivers(String id, List<PairView> pairs) {
        return pairs.stream()
                .limit(1)
                .flatMap(pair -> pair.verdicts().values().stream())
                .map(Verdict::evidence)
                .filter(evidence -> evidence.logLr().isPresent()
                        && !evidence.contributions().isEmpty())
                .map(evidence ->
                        DriverView.of(id + "-drivers-" + evidence.relation().name(), evidence))
                .toList();
    }
}
