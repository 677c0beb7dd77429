package dev.kinprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MapLabelsTest {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;

    private static List<MapLabels.Label> named(MapLabels map, ShortName name, int... places) {
        for (int i = 0; i < places.length; i += 2) {
            map.spot(places[i], places[i + 1]);
        }
        List<MapLabels.Label> labels = new ArrayList<>();
        for (int i = 0; i < places.length; i += 2) {
            labels.add(map.named(places[i], places[i + 1], name));
        }
        return labels;
    }

    @Test
    void pointsThatCrowdHaveNamesThatDoNot() {
        ShortName name = ShortName.of("model-of-some-lab");
        List<MapLabels.Label> labels =
                named(new MapLabels(WIDTH, HEIGHT), name, 200, 150, 203, 151, 206, 150, 201, 155, 209, 152);
        for (int one = 0; one < labels.size(); one++) {
            for (int other = 0; other < one; other++) {
                boolean beside = Math.abs(left(labels.get(one), name) - left(labels.get(other), name)) >= name.width();
                boolean under = Math.abs(labels.get(one).y() - labels.get(other).y()) >= 12;
                assertThat(beside || under)
                        .as(labels.get(one) + " and " + labels.get(other))
                        .isTrue();
            }
        }
        assertThat(labels).anyMatch(MapLabels.Label::leader);
    }

    private static int left(MapLabels.Label label, ShortName name) {
        return label.leftward() ? label.x() - name.width() : label.x();
    }

    @Test
    void aNameAtTheEdgeTurnsInwards() {
        assertThat(named(new MapLabels(WIDTH, HEIGHT), ShortName.of("a-model"), 390, 100))
                .allMatch(MapLabels.Label::leftward);
    }

    @Test
    void aModelOfThePanelIsNamedOnlyWhereThereIsRoomBesideIt() {
        MapLabels map = new MapLabels(WIDTH, HEIGHT);
        ShortName name = ShortName.of("a-model");
        named(map, name, 200, 150, 202, 150);
        assertThat(map.ifRoom(201, 150, name)).isEmpty();
        assertThat(map.ifRoom(201, 250, name)).isPresent();
    }

    @Test
    void aLongNameKeepsItsBeginningAndItsEnd() {
        assertThat(ShortName.of("a-model")).isEqualTo(new ShortName("a-model", 49));
        assertThat(ShortName.of("acme-enterprise-large-instruct-preview-2026-08-01")
                        .text())
                .isEqualTo("acme-enterpris\u202626-08-01");
        ShortName chinese = ShortName.of("\u5927\u8bed\u8a00\u6a21\u578b".repeat(6));
        assertThat(chinese.text()).hasSize(13).contains("\u2026");
        assertThat(chinese.width()).isBetween(140, 170);
        assertThat(ShortName.of("e\u0301").width()).isEqualTo(7);
    }
}
