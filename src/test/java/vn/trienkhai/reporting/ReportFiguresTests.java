package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.reporting.ReportFigures.Dimension;
import vn.trienkhai.reporting.ReportFigures.Entry;
import vn.trienkhai.reporting.ReportFigures.Figure;
import vn.trienkhai.reporting.ReportFigures.Punctuality;

class ReportFiguresTests {

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    "an-thoi",
                    "XP-2",
                    "KENH-04",
                    "ND-1",
                    "HT-1",
                    Map.of(Measure.BROADCASTS, 12L, Measure.MINUTES, 60L)),
            new Entry(
                    "an-thoi", "XP-2", "KENH-04", "ND-3", "HT-2", Map.of(Measure.BROADCASTS, 4L, Measure.MINUTES, 20L)),
            new Entry("an-thoi", null, "KENH-07", "ND-3", null, Map.of(Measure.BANNERS, 3L)),
            new Entry("y-te", "KT-2a", "KENH-07", "ND-3", null, Map.of(Measure.BANNERS, 2L)),
            new Entry("y-te", "KT-1a", null, null, null, Map.of(Measure.REACHED, 150L)));

    @Test
    void countsByUnit() {
        assertThat(ReportFigures.of(ENTRIES).by(Dimension.UNIT))
                .isEqualTo(Map.of(
                        "an-thoi",
                                Map.of(
                                        Measure.BROADCASTS, counted(16),
                                        Measure.MINUTES, counted(80),
                                        Measure.BANNERS, counted(3)),
                        "y-te", Map.of(Measure.BANNERS, counted(2), Measure.REACHED, counted(150))));
    }

    @Test
    void countsByChannelTopicFormAndDutyAndKeepsWhatNamesNone() {
        var figures = ReportFigures.of(ENTRIES);

        assertThat(figures.by(Dimension.CHANNEL))
                .isEqualTo(Map.of(
                        "KENH-04", Map.of(Measure.BROADCASTS, counted(16), Measure.MINUTES, counted(80)),
                        "KENH-07", Map.of(Measure.BANNERS, counted(5)),
                        "-", Map.of(Measure.REACHED, counted(150))));
        assertThat(figures.by(Dimension.TOPIC))
                .isEqualTo(Map.of(
                        "ND-1", Map.of(Measure.BROADCASTS, counted(12), Measure.MINUTES, counted(60)),
                        "ND-3",
                                Map.of(
                                        Measure.BROADCASTS, counted(4),
                                        Measure.MINUTES, counted(20),
                                        Measure.BANNERS, counted(5)),
                        "-", Map.of(Measure.REACHED, counted(150))));
        assertThat(figures.by(Dimension.FORM_OF_WORK))
                .isEqualTo(Map.of(
                        "HT-1", Map.of(Measure.BROADCASTS, counted(12), Measure.MINUTES, counted(60)),
                        "HT-2", Map.of(Measure.BROADCASTS, counted(4), Measure.MINUTES, counted(20)),
                        "-", Map.of(Measure.BANNERS, counted(5), Measure.REACHED, counted(150))));
        assertThat(figures.by(Dimension.DUTY))
                .isEqualTo(Map.of(
                        "XP-2", Map.of(Measure.BROADCASTS, counted(16), Measure.MINUTES, counted(80)),
                        "KT-2a", Map.of(Measure.BANNERS, counted(2)),
                        "KT-1a", Map.of(Measure.REACHED, counted(150)),
                        "-", Map.of(Measure.BANNERS, counted(3))));
    }

    @Test
    void addsUpToTheSameTotalsWhateverTheDimension() {
        var figures = ReportFigures.of(ENTRIES);
        figures.adjust("an-thoi", "KENH-07", Measure.BANNERS, 2);

        assertThat(figures.totals())
                .isEqualTo(Map.of(
                        Measure.BROADCASTS, counted(16),
                        Measure.MINUTES, counted(80),
                        Measure.BANNERS, new Figure(5, 2),
                        Measure.REACHED, counted(150)));
        for (var dimension : Dimension.values()) {
            assertThat(figures.by(dimension).values().stream()
                            .map(amounts -> amounts.getOrDefault(Measure.BANNERS, Figure.ZERO))
                            .reduce(Figure.ZERO, Figure::plus))
                    .as(dimension.name())
                    .isEqualTo(new Figure(5, 2));
        }
    }

    @Test
    void keepsAnAdjustmentBesideWhatWasCounted() {
        var figures = ReportFigures.of(ENTRIES);
        figures.adjust("an-thoi", "KENH-07", Measure.BANNERS, -2);
        figures.adjust("y-te", null, Measure.LEAFLETS, 500);

        assertThat(figures.of(Dimension.UNIT, "an-thoi", Measure.BANNERS)).isEqualTo(new Figure(3, -2));
        assertThat(figures.of(Dimension.CHANNEL, "KENH-07", Measure.BANNERS)).isEqualTo(new Figure(5, -2));
        assertThat(figures.of(Dimension.CHANNEL, "KENH-07", Measure.BANNERS).total())
                .isEqualTo(3);
        assertThat(figures.of(Dimension.TOPIC, "ND-3", Measure.BANNERS)).isEqualTo(new Figure(5, 0));
        assertThat(figures.of(Dimension.TOPIC, null, Measure.BANNERS)).isEqualTo(new Figure(0, -2));
        assertThat(figures.of(Dimension.CHANNEL, null, Measure.LEAFLETS)).isEqualTo(new Figure(0, 500));
    }

    @Test
    void countsWhatWasOnTimeLateAndPending() {
        var figures = new ReportFigures();
        figures.keep("an-thoi", true, false);
        figures.keep("an-thoi", true, false);
        figures.keep("an-thoi", true, true); // done late
        figures.keep("an-thoi", false, true); // not done, deadline passed
        figures.keep("an-thoi", false, false); // not done, deadline ahead

        assertThat(figures.punctualityOf("an-thoi")).isEqualTo(new Punctuality(2, 2, 1));
        assertThat(figures.punctualityOf("y-te")).isEqualTo(new Punctuality(0, 0, 0));
    }

    @Test
    void isEmptyWhereNothingWasRecorded() {
        var figures = ReportFigures.of(List.of());

        assertThat(figures.by(Dimension.CHANNEL)).isEmpty();
        assertThat(figures.totals()).isEmpty();
        assertThat(figures.of(Dimension.UNIT, "an-thoi", Measure.ITEMS)).isEqualTo(new Figure(0, 0));
    }

    private static Figure counted(long amount) {
        return new Figure(amount, 0);
    }
}
