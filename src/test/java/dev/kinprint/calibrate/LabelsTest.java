package dev.kinprint.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kinprint.fault.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
    private static final String HEAD = "model,role,family,lab,base_model,teachers,relation,confidence,basis\n";

    @TempDir
    private Path folder;

    private Path file(String rows) throws IOException {
        return Files.writeString(folder.resolve("lineage.csv"), rows);
    }

    @Test
    void readsARowForEachModel() throws IOException {
        Labels labels = Labels.read(file(HEAD
                + "tutor,panel,tutors,Acme,own,,independent,high,\"said so, twice\"\n"
                + "pupil,student,pupils,Other,llama-7b, tutor ; family:x(web);,distilled,low,-\n"));

        assertThat(labels.of("tutor"))
                .contains(new Documented(
                        "tutor", true, "tutors", "Acme", "own", List.of(), Documented.Descent.INDEPENDENT, true));
        assertThat(labels.of("pupil"))
                .contains(new Documented(
                        "pupil",
                        false,
                        "pupils",
                        "Other",
                        "llama-7b",
                        List.of("tutor", "family:x(web)"),
                        Documented.Descent.DISTILLED,
                        false));
        assertThat(labels.of("nobody")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,teacher,f,l,b,,independent,high,-      | 3 | role is neither panel nor student",
                "a,panel,f,l,b,,independent,sure,-        | 3 | confidence is none of high, medium, low",
                "a,panel,f,l,b,,stolen,high,-             | 3 | the relation is none of the known words",
                "first,panel,f,l,b,,independent,high,-    | 3 | this model stands in an earlier line too",
            })
    void aMistakeIsNamedByFileAndLine(String row, int line, String why) throws IOException {
        Path file = file(HEAD + "first,panel,f,l,b,,independent,high,-\n" + row.strip() + "\n");

        assertThatThrownBy(() -> Labels.read(file)).isInstanceOfSatisfying(OperatorError.class, error -> {
            assertThat(error.where()).isEqualTo(file + ":" + line);
            assertThat(error.why()).isEqualTo(why);
        });
    }

    @Test
    void aMissingColumnOrFileIsNamed() throws IOException {
        Path file = file("model,role,family,lab,base_model,relation,confidence\n");
        assertThatThrownBy(() -> Labels.read(file)).isInstanceOfSatisfying(OperatorError.class, error -> {
            assertThat(error.where()).isEqualTo(file + ":1");
            assertThat(error.why()).contains("teachers");
        });
        Path missing = folder.resolve("none.csv");
        assertThatThrownBy(() -> Labels.read(missing))
                .isInstanceOfSatisfying(
                        OperatorError.class, error -> assertThat(error.where()).isEqualTo(missing.toString()));
    }
}
