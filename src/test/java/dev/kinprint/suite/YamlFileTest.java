package dev.kinprint.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kinprint.fault.OperatorError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class YamlFileTest {
    private static final int CAP = 256 << 10;

    @Test
    void everyScalarIsTheTextThatStandsThere() {
        Yaml read = parse("[ no, 1.10, 010, ~, 'a', \"b\\n\", 12:30:45, <<, 0o7, null ]");

        assertThat(((Yaml.Items) read).items())
                .extracting(item -> ((Yaml.Text) item).value())
                .containsExactly("no", "1.10", "010", "~", "a", "b\n", "12:30:45", "<<", "0o7", "null");
    }

    @Test
    void aBlockEndsWithItsLastWord() {
        assertThat(parse("a: |\n  one\n   two\n\nb: >\n  three\n  four\n\n"))
                .isEqualTo(new Yaml.Section(
                        List.of(
                                new Yaml.Entry("a", 1, new Yaml.Text("one\n two", 1)),
                                new Yaml.Entry("b", 5, new Yaml.Text("three four", 5))),
                        1));
    }

    @Test
    void lineEndsOfEveryPlatformAndAByteOrderMarkMakeNoDifference() {
        String text = "a: |\n  one\n  two\nb: c\n";

        assertThat(parse(text.replace("\n", "\r\n"))).isEqualTo(parse(text));
        assertThat(parse("\ufeff" + text)).isEqualTo(parse(text));
    }

    @Test
    void aKeyThatStandsTwiceIsRefusedAtAnyDepth() {
        OperatorError error = error("x:\n  - a: 1\n    b: 2\n    a: 3\n");

        assertThat(error.what()).isEqualTo("key 'a' stands twice");
        assertThat(error.where()).isEqualTo("f.yaml:4");
        assertThat(error.why()).contains("line 2");
    }

    @Test
    void anAliasBombIsRefusedAtItsFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [ lol, lol ]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [ *a" + (i - 1) + ", *a" + (i - 1) + " ]\n");
        }
        OperatorError error = error(bomb.toString());

        assertThat(error.what()).isEqualTo("an anchor or alias");
        assertThat(error.where()).isEqualTo("f.yaml:1");
        assertThat(error("a: b\nc: *d\n").where()).isEqualTo("f.yaml:2");
        assertThat(error("a: b\n? &k c\n: d\n").where()).isEqualTo("f.yaml:2");
    }

    @Test
    void deepNestingIsRefusedWithoutDeepRecursion() {
        assertThat(error("[".repeat(100_000)).why()).contains("nested deeper than 12");
        assertThat(error("- ".repeat(100_000)).why()).contains("nested deeper than 12");
        assertThat(parse("[".repeat(12) + "]".repeat(12))).isInstanceOf(Yaml.Items.class);
        assertThat(error("[".repeat(13) + "]".repeat(13)).why()).contains("nested deeper than 12");
    }

    @Test
    void aFileOverTheCapIsRefusedAndOneOfTheCapIsNot() {
        assertThat(parse("#".repeat(CAP - 2) + "\nx")).isEqualTo(new Yaml.Text("x", 2));
        assertThat(error("#".repeat(CAP - 1) + "\nx").why()).contains("more than 262144 bytes");
    }

    @Test
    void tagsDirectivesSecondDocumentsAndComplexKeysAreRefused() {
        assertThat(error("a: b\nc: !!int 3\n").where()).isEqualTo("f.yaml:2");
        assertThat(error("a: !local [ b ]\n").why()).contains("tag");
        assertThat(error("a: b\n---\nc: d\n").why()).contains("second document");
        assertThat(error("? [ a, b ]\n: c\n").why()).contains("key that is not plain text");
        assertThat(error("%YAML 2.0\n---\na: b\n").what()).contains("not a YAML file");
    }

    @Test
    void brokenTextIsNamedWithItsLine() {
        assertThat(error("a: b\nc: [ d\n").where()).startsWith("f.yaml:");
        assertThat(error("a: b\nc: d: e\n").where()).isEqualTo("f.yaml:2");
        assertThat(error("a: 'ä😀'\nb: c\nd: \u0007\n").where()).isEqualTo("f.yaml:3");
        assertThat(error("").why()).contains("no value");
        assertThat(error("# only a comment\n").what()).isEqualTo("the file is empty");
        OperatorError latin1 = catchThrowableOfType(
                OperatorError.class, () -> YamlFile.parse("a: ä".getBytes(StandardCharsets.ISO_8859_1), "f.yaml", CAP));
        assertThat(latin1.why()).isEqualTo("it is not valid UTF-8");
    }

    private static Yaml parse(String text) {
        return YamlFile.parse(text.getBytes(StandardCharsets.UTF_8), "f.yaml", CAP);
    }

    private static OperatorError error(String text) {
        OperatorError error = catchThrowableOfType(OperatorError.class, () -> parse(text));
        assertThat(error).as("this text was accepted").isNotNull();
        return error;
    }
}
