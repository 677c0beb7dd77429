package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kinprint.calibrate.Validation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class ValidationPicturesTest {
    private static final Validation.Scored SCORED = new Validation.Scored(
            "S & D",
            List.of(
                    new Validation.Scored.Point(1.5, true, 1),
                    new Validation.Scored.Point(-0.5, true, 1),
                    new Validation.Scored.Point(0.5, false, 3),
                    new Validation.Scored.Point(-1, false, 1)));

    @Test
    void picturesAreWellFormedAndNameTheirCurves() throws Exception {
        for (String svg : List.of(ValidationPictures.tippett(SCORED), ValidationPictures.det(SCORED))) {
            var picture = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
            assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(picture.getElementsByTagName("title").item(0).getTextContent())
                    .contains("S & D");
            assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity");
        }
        assertThat(ValidationPictures.tippett(SCORED))
                .contains("the relation holds")
                .contains("it does not");
        // Log10 ratio 0.5 lies at 5/8 of an axis from -2 to 2 that is 550 wide and begins at 70.
        assertThat(ValidationPictures.tippett(SCORED)).contains("L413.8 ");
    }

    @Test
    void picturesDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        String here = ValidationPictures.det(SCORED);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(ValidationPictures.det(SCORED)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }
}
