package vn.trienkhai.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.trienkhai.plan.Measure;
import vn.trienkhai.reporting.ReportFigures.Dimension;

class ReportFiguresTests {

    @Test
    void addsUpWhatStandsInTheSameCell() {
        var figures = new ReportFigures();
        figures.add(Dimension.UNIT, "an-thoi", Measure.BANNERS, 3);
        figures.add(Dimension.UNIT, "an-thoi", Measure.BANNERS, 4);
        figures.add(Dimension.UNIT, "an-thoi", Measure.LEAFLETS, 200);
        figures.add(Dimension.UNIT, "duong-to", Measure.BANNERS, 1);

        assertThat(figures.by(Dimension.UNIT))
                .isEqualTo(Map.of(
                        "an-thoi", Map.of(Measure.BANNERS, 7L, Measure.LEAFLETS, 200L),
                        "duong-to", Map.of(Measure.BANNERS, 1L)));
        assertThat(figures.totals()).isEqualTo(Map.of(Measure.BANNERS, 8L, Measure.LEAFLETS, 200L));
    }

    @Test
    void keepsEveryDimensionAtTheSameTotalWhenAUnitAdjusts() {
        var figures = new ReportFigures();
        figures.adjust("an-thoi", "KENH-07", Measure.BANNERS, -2);

        assertThat(figures.by(Dimension.UNIT)).isEqualTo(Map.of("an-thoi", Map.of(Measure.BANNERS, -2L)));
        assertThat(figures.by(Dimension.CHANNEL)).isEqualTo(Map.of("KENH-07", Map.of(Measure.BANNERS, -2L)));
        assertThat(figures.by(Dimension.TOPIC)).isEqualTo(Map.of(ReportFigures.NONE, Map.of(Measure.BANNERS, -2L)));
        assertThat(figures.by(Dimension.FORM_OF_WORK))
                .isEqualTo(Map.of(ReportFigures.NONE, Map.of(Measure.BANNERS, -2L)));
    }

    @Test
    void isEmptyWhereNothingWasRecorded() {
        assertThat(new ReportFigures().by(Dimension.CHANNEL)).isEmpty();
        assertThat(new ReportFigures().totals()).isEmpty();
    }
}
