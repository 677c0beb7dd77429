package dev.kinprint.calibrate;

import dev.kinprint.corpus.Corpus;
import dev.kinprint.corpus.Member;
import dev.kinprint.fault.OperatorError;
import dev.kinprint.suite.Origin;
import dev.kinprint.table.Row;
import dev.kinprint.table.Table;
import dev.kinprint.table.TableFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Documented lineage, one row a model, as a lineage file (CSV) holds it. */
public final class Labels {
    private static final List<String> COLUMNS =
            List.of("model", "role", "family", "lab", "base_model", "teachers", "relation", "confidence");
    private static final Set<String> CONFIDENCES = Set.of("high", "medium", "low");

    private final NavigableMap<String, Documented> byModel;

    private Labels(NavigableMap<String, Documented> byModel) {
        this.byModel = Collections.unmodifiableNavigableMap(byModel);
    }

    /** Labels for the given models. */
    public static Labels of(List<Documented> models) {
        NavigableMap<String, Documented> byModel = new TreeMap<>();
        models.forEach(model -> byModel.put(model.model(), model));
        return new Labels(byModel);
    }

    /**
     * Reads a lineage file with the columns model, role (panel or student), family, lab, base_model, teachers
     * (separated by semicolons), relation and confidence (high, medium or low); other columns are passed over.
     *
     * @throws OperatorError naming file and line where a column is missing, a model stands twice or a word is unknown
     */
    public static Labels read(Path file) {
        Table table;
        try {
            table = Table.read(file);
        } catch (TableFault fault) {
            throw bad(file, fault.line(), String.valueOf(fault.getMessage()));
        } catch (IOException e) {
            throw OperatorError.usage(
                    "The lineage file cannot be read",
                    file.toString(),
                    e.toString(),
                    "Name another with --lineage FILE");
        }
        for (String column : COLUMNS) {
            if (!table.columns().contains(column)) {
                throw bad(file, 1, "the column " + column + " is missing");
            }
        }
        NavigableMap<String, Documented> byModel = new TreeMap<>();
        for (Row row : table.rows()) {
            Documented model = documented(file, row);
            if (byModel.put(model.model(), model) != null) {
                throw bad(file, row.line(), "this model stands in an earlier line too");
            }
        }
        return new Labels(byModel);
    }

    private static Documented documented(Path file, Row row) {
        String role = row.text("role");
        if (!role.equals("panel") && !role.equals("student")) {
            throw bad(file, row.line(), "role is neither panel nor student");
        }
        String confidence = row.text("confidence");
        if (!CONFIDENCES.contains(confidence)) {
            throw bad(file, row.line(), "confidence is none of high, medium, low");
        }
        String relation = row.text("relation");
        Documented.Descent descent = Arrays.stream(Documented.Descent.values())
                .filter(known -> known.word().equals(relation))
                .findFirst()
                .orElseThrow(() -> bad(file, row.line(), "the relation is none of the known words"));
        List<String> teachers = Arrays.stream(row.text("teachers").split(";", -1))
                .map(String::strip)
                .filter(teacher -> !teacher.isEmpty())
                .toList();
        return new Documented(
                row.text("model"),
                role.equals("panel"),
                row.text("family"),
                row.text("lab"),
                row.text("base_model"),
                teachers,
                descent,
                !confidence.equals("low"));
    }

    private static OperatorError bad(Path file, long line, String why) {
        return OperatorError.usage(
                "The lineage file is not usable", file + ":" + line, why, "Correct the line and run the command again");
    }

    /** What is documented about a model. */
    public Optional<Documented> of(String model) {
        return Optional.ofNullable(byModel.get(model));
    }

    /**
     * The models of a corpus, without texts, with their documented labs and bases in place of what is declared about
     * them. A corpus may declare nothing, and models that the labels connect are no clean negatives.
     */
    Corpus members(Corpus corpus) {
        Corpus.Builder members = new Corpus.Builder();
        for (Member member : corpus.members()) {
            Origin declared = member.origin();
            Optional<Documented> model = of(member.id());
            Optional<String> lab = model.map(Documented::lab).filter(name -> !name.isBlank());
            Optional<String> base = model.map(Documented::base).filter(name -> !name.isBlank());
            members.member(new Member(
                    member.id(),
                    new Origin(
                            lab.or(declared::lab), base.or(declared::base), declared.family(), declared.released())));
        }
        return members.build();
    }
}
