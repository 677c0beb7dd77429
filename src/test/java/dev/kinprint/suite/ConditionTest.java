package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {
    @Test
    void hasMeasureModelsComparisonAndLimit() throws ConditionFault {
        Condition condition = Condition.parse("similarity( candidate,previous )>=floor-0.02");

        assertThat(condition.measure()).isEqualTo(Measure.SIMILARITY);
        assertThat(condition.models()).containsExactly("candidate", "previous");
        assertThat(condition.comparison()).isEqualTo(Condition.Comparison.AT_LEAST);
        assertThat(condition.limit()).isEqualTo(new Condition.Limit.Floor(new BigDecimal("-0.02")));
        assertThat(condition).hasToString("similarity(candidate, previous) >= floor - 0.02");
        assertThat(Condition.parse(condition.toString())).isEqualTo(condition);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lrT(a, b) < 10              | lrT(a, b) >= 10",
                "wording(a, b) <= +0.05      | wording(a, b) > +0.05",
                "wording(a, b) > -0.05       | wording(a, b) <= -0.05",
                "length(x-1.2_y) >= 20.50    | length(x-1.2_y) < 20.50",
                "refusals(a, b) < 0          | refusals(a, b) >= 0",
                "similarity(a, b) > floor    | similarity(a, b) <= floor",
                "similarity(a, b) > floor + 1| similarity(a, b) <= floor + 1",
            })
    void isWrittenInOneFormAndHasAnOpposite(String text, String opposite) throws ConditionFault {
        Condition condition = Condition.parse(text.strip());

        assertThat(condition).hasToString(text.strip());
        assertThat(condition.negated()).hasToString(opposite);
        assertThat(condition.negated().negated()).isEqualTo(condition);
        for (double value : new double[] {-1, 9.99, 10, 10.01}) {
            assertThat(condition.comparison().holds(value, 10))
                    .isNotEqualTo(condition.negated().comparison().holds(value, 10));
        }
    }

    @Test
    void ofLikenessTheOrderOfModelsDoesNotMatter() throws ConditionFault {
        assertThat(Condition.parse("similarity(b, a) > 0").figure())
                .isEqualTo(Condition.parse("similarity(a, b) > 0").figure());
        assertThat(Condition.parse("length(b, a) > 0").figure()).isEqualTo("length(b, a)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "similarty(a, b) < 1     | 1  | there is no measure 'similarty'        | Did you mean 'similarity'?",
                "< 1                     | 1  | the name of a measure is missing       | Write for example",
                "similarity a, b) < 1    | 12 | a bracket with the ids                 | Write for example",
                "similarity(a) < 1       | 11 | similarity takes two models            | Write for example",
                "length(a, b, c) < 1     | 12 | a closing bracket is missing           | Write for example",
                "length(a, a) < 1        | 7  | a is compared with itself              | Write for example",
                "length() < 1            | 8  | the id of a model is missing           | Write for example",
                "length(a) 1             | 11 | a comparison is missing                | Write <",
                "length(a) == 1          | 11 | never just equal                       | Write <",
                "length(a) <             | 12 | the limit is missing                   | Write a value",
                "length(a) < floo        | 13 | 'floo' is no limit                     | Did you mean 'floor'?",
                "length(a) < floor       | 13 | length has no floor                    | Write for example",
                "length(a) < +           | 14 | a number such as 0.05 is missing       | Write digits",
                "length(a) < 1.          | 13 | a number such as 0.05 is missing       | Write digits",
                "length(a) < 5%          | 14 | no per cent sign                       | 0.05 for five",
                "length(a) < 5 words     | 15 | 'words' stands after the end           | Delete it",
                "lrT(a, b) < +1          | 13 | a likelihood ratio has a value         | Write for example",
                "lrT(a, b) < 0           | 13 | a likelihood ratio is greater than 0   | Write for example",
            })
    void aMistakeIsShownWithItsPlace(String text, int column, String why, String next) {
        ConditionFault fault = catchThrowableOfType(ConditionFault.class, () -> Condition.parse(text));

        assertThat(fault).as(text).isNotNull().hasMessageContaining(why);
        assertThat(fault.column()).as(text).isEqualTo(column);
        assertThat(fault.next()).contains(next);
    }

    @Test
    void refusesPartsThatDoNotGoTogether() {
        assertThatThrownBy(() -> new Condition(
                        Measure.REFUSALS,
                        "a",
                        Optional.empty(),
                        Condition.Comparison.BELOW,
                        new Condition.Limit.Floor(BigDecimal.ZERO)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit");
    }
}
