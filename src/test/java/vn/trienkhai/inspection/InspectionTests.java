package vn.trienkhai.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.trienkhai.form.FormRefused;

class InspectionTests {

    private static final Instant NOW = Instant.parse("2021-07-01T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2021, 7, 15);

    @Test
    void visitsAUnitThatHasNotReportedItself() {
        var visit = notified();

        visit.conduct(DAY, List.of(), Set.of(), "a.officer");

        assertThat(visit.progress()).isEqualTo(VisitProgress.AWAITING_CONFIRMATION);
        assertThat(visit.selfReport()).isEmpty();
    }

    @Test
    void keepsWhatTheUnitReportedWhenTheVisitIsPostponed() {
        var visit = notified();
        visit.reportItself("Đã treo băng rôn", Set.of(), NOW, "b.head");

        visit.postponeTo(DAY.plusDays(7));

        assertThat(visit.progress()).isEqualTo(VisitProgress.AWAITING_NOTICE);
        assertThat(visit.visitDate()).isEqualTo(LocalDate.of(2021, 7, 22));
        assertThat(visit.selfReport()).contains("Đã treo băng rôn");
    }

    @Test
    void waitsForRecommendationsOnlyWhereThereAreAny() {
        var with = conducted();
        var without = conducted();

        with.confirm(null, true, NOW, "b.head");
        without.confirm(null, false, NOW, "b.head");

        assertThat(with.progress()).isEqualTo(VisitProgress.FOLLOW_UP);
        assertThat(without.progress()).isEqualTo(VisitProgress.AWAITING_CONCLUSION);
    }

    @Test
    void isNotClosedWhileRecommendationsAreOpen() {
        var visit = conducted();
        visit.confirm(null, true, NOW, "b.head");

        assertThatThrownBy(() -> visit.close("Đã khắc phục", NOW))
                .isInstanceOf(FormRefused.class)
                .hasMessage("Cuộc kiểm tra đang ở trạng thái “Đang khắc phục kiến nghị”, không làm được bước này;"
                        + " mong đợi “Chờ kết luận”.");
    }

    @Test
    void isCancelledBeforeTheVisitAndNotAfter() {
        var before = notified();
        var after = conducted();

        before.cancel(NOW);

        assertThat(before.progress()).isEqualTo(VisitProgress.CANCELLED);
        assertThat(before.endedAt()).contains(NOW);
        assertThatThrownBy(() -> after.cancel(NOW))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("chỉ hủy được trước khi kiểm tra tại đơn vị");
    }

    @Test
    void doesNothingBeforeItsProgrammeIsApproved() {
        var visit = planned();

        assertThatThrownBy(() -> visit.notify(DAY, "Nội dung", DAY.minusDays(1), NOW))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Chờ duyệt chương trình");
        assertThatThrownBy(() -> visit.cancel(NOW)).isInstanceOf(FormRefused.class);
    }

    @Test
    void aProgrammeIsDecidedOnce() {
        var programme = new InspectionProgramme(
                UUID.randomUUID(),
                new InspectionProposal("p", "Kiểm tra quý III", DAY, DAY, "Nội dung", List.of()),
                "a",
                NOW,
                "a.officer");
        programme.approve(NOW, "c.head");

        assertThatThrownBy(programme::sendBack)
                .isInstanceOf(FormRefused.class)
                .hasMessage("Chương trình “Kiểm tra quý III” đang ở trạng thái “Đã duyệt”, không làm được bước này.");
        assertThatThrownBy(programme::abandon).isInstanceOf(FormRefused.class);
    }

    private static InspectionVisit planned() {
        return new InspectionVisit(
                UUID.randomUUID(), UUID.randomUUID(), new InspectionProposal.Stop("b", DAY, List.of("a.officer")));
    }

    private static InspectionVisit notified() {
        var visit = planned();
        visit.open();
        visit.notify(DAY, "Nội dung", DAY.minusDays(1), NOW);
        return visit;
    }

    private static InspectionVisit conducted() {
        var visit = notified();
        visit.conduct(DAY, List.of(), Set.of(), "a.officer");
        return visit;
    }
}
