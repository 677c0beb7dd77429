package dev.kinprint.calibrate;

import dev.kinprint.compare.Comparison;
import dev.kinprint.corpus.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where weighed pairs lie among the other models. Worked out when asked for: of many pairs few are shown so. */
public final class Rulers {
    private final Comparison comparison;
    private final Fusions fusions;
    private final Map<Relation, Ratios> ratios;

    Rulers(Comparison comparison, Fusions fusions, Map<Relation, Ratios> ratios) {
        this.comparison = comparison;
        this.fusions = fusions;
        this.ratios = Map.copyOf(ratios);
    }

    /** The log10 likelihood ratio of any pair before bounds; empty where there is none. */
    OptionalDouble unbounded(Relation relation, int i, int j) {
        return beside(relation, i, j)
                ? OptionalDouble.empty()
                : java.util.Objects.requireNonNull(ratios.get(relation)).of(i, j);
    }

    /** Whether a relation is beside the point: "distilled" speaks of a student on another base than its source's. */
    boolean beside(Relation relation, int i, int j) {
        return relation == Relation.T && comparison.kinship().sameBase(i, j);
    }

    /**
     * The log10 likelihood ratio of weighed evidence before bounds; 0 where there is none.
     *
     * @param evidence of the models that were compared
     */
    public double unbounded(Evidence evidence) {
        return unbounded(evidence.relation(), at(evidence.suspect()), at(evidence.candidate()))
                .orElse(0);
    }

    /**
     * Where weighed evidence lies on its scale.
     *
     * @param evidence of the models that were compared
     */
    public Scale scale(Evidence evidence) {
        int suspect = at(evidence.suspect());
        int candidate = at(evidence.candidate());
        Optional<Fusion> fusion = fusions.of(
                evidence.relation(), Features.of(comparison, suspect, candidate).keySet());
        if (fusion.isEmpty()) {
            return new Scale(0, 0, 0, List.of());
        }
        List<Scale.Mark> marks = new ArrayList<>();
        for (int r = 0; r < corpus().members().size(); r++) {
            if (r != suspect && r != candidate) {
                OptionalDouble lr = unbounded(evidence.relation(), r, candidate);
                if (lr.isPresent()) {
                    boolean kin = comparison.kinship().kin(r, suspect)
                            || comparison.kinship().kin(r, candidate);
                    marks.add(new Scale.Mark(corpus().members().get(r).id(), kin, lr.getAsDouble()));
                }
            }
        }
        return new Scale(
                unbounded(evidence), fusion.get().lowerBound(), fusion.get().upperBound(), marks);
    }

    private Corpus corpus() {
        return comparison.corpus();
    }

    private int at(String model) {
        return corpus().position(model).orElseThrow();
    }
}
