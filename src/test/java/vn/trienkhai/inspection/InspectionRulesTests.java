package vn.trienkhai.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormRefused.Reason;
import vn.trienkhai.inspection.InspectionProposal.Stop;
import vn.trienkhai.organisation.Unit;

class InspectionRulesTests extends InspectionScenario {

    private static final LocalDate TODAY = LocalDate.of(2021, 7, 1);

    @Autowired
    InspectionRules rules;

    @Test
    void offersThePlanToItsLeadAgencyOnly() {
        assertThat(rules.plansFor("phong-vhtt.officer-2")).extracting("id").contains(PLAN_269);
        assertThat(rules.plansFor("y-te.head")).isEmpty();
        assertThat(rules.plansFor("ubnd.head")).isEmpty();
    }

    @Test
    void inspectsUnitsThatOweADutyAndNotTheLeadAgencyItself() {
        var units = rules.inspectableUnits(plans.definition(PLAN_269)).stream()
                .map(Unit::id)
                .toList();

        // III.2: Phòng Kinh tế và 13 cơ quan; III.3: Trung tâm; III.4: 9 xã, phường
        assertThat(units)
                .hasSize(24)
                .contains("phong-kinh-te", "tt-vhtt", "tho-chau", "y-te")
                .doesNotContain("phong-vhtt", "ubnd", "mttq", "ban-bien-tap");
    }

    @Test
    void refusesAProgrammeOfAnotherUnit() {
        assertThat(refusal(valid(), "y-te.head"))
                .extracting(Reason::message)
                .containsExactly(
                        "Chỉ Phòng Văn hóa và Thông tin lập được chương trình kiểm tra theo Kế hoạch 269/KH-UBND.");
    }

    @Test
    void tellsAllThatIsMissingAtOnce() {
        assertThat(refusal(new InspectionProposal(PLAN_269, null, null, null, null, null), OFFICER))
                .extracting(Reason::field)
                .containsExactly("name", "content", "periodFrom", "periodTo", "visits");
    }

    @Test
    void refusesAUnitWithoutDutiesOneNamedTwiceADayThatIsNotToComeAndAStrangeInspector() {
        var later = TODAY.plusDays(14);
        var proposal = proposal(
                new Stop("mttq", later, List.of(OFFICER)),
                new Stop("duong-dong", later, List.of(OFFICER)),
                new Stop("duong-dong", later, List.of("y-te.officer")),
                new Stop("duong-to", TODAY, List.of()));

        assertThat(refusal(proposal, OFFICER))
                .containsExactly(
                        new Reason(
                                "visits[0].unit",
                                "Đơn vị này không có nhiệm vụ theo Kế hoạch 269/KH-UBND nên không kiểm tra."),
                        new Reason("visits[2].unit", "Đơn vị này đã có trong chương trình."),
                        new Reason(
                                "visits[2].inspectors",
                                "Chuyên viên Phòng Y tế không thuộc Phòng Văn hóa và Thông tin."),
                        new Reason("visits[3].visitDate", "Ngày kiểm tra phải sau hôm nay, vì phải thông báo trước."),
                        new Reason("visits[3].inspectors", "Chưa chọn người kiểm tra."));
    }

    @Test
    void asksTheSelfReportBetweenTodayAndTheVisit() {
        var day = TODAY.plusDays(14);

        assertThat(refusal(new VisitNotice(day, "Nội dung", day, null), day))
                .containsExactly(new Reason("selfReportDue", "Hạn gửi báo cáo tự kiểm tra phải trước ngày kiểm tra."));
        assertThat(refusal(new VisitNotice(day, "Nội dung", TODAY.minusDays(1), null), day))
                .containsExactly(new Reason("selfReportDue", "Hạn gửi báo cáo tự kiểm tra phải từ hôm nay trở đi."));
    }

    @Test
    void movesTheDayInANoticeOnlyWithAReason() {
        var planned = TODAY.plusDays(14);

        assertThat(refusal(new VisitNotice(planned.plusDays(1), "Nội dung", TODAY, null), planned))
                .containsExactly(
                        new Reason("reason", "Ngày kiểm tra khác ngày đã định (15/07/2021): chưa điền lý do."));
        rules.check(new VisitNotice(planned.plusDays(1), "Nội dung", TODAY, "Mưa bão"), planned, TODAY);
    }

    @Test
    void wantsEachDutyJudgedAndSaysWhatIsMissingWhereOneIsNotMet() {
        var duties = plans.dutiesOf(PLAN_269, "duong-dong");
        var record = new VisitRecord(
                TODAY,
                List.of(
                        new Finding("XP-1", FindingResult.MET, null),
                        new Finding("XP-2", FindingResult.NOT_MET, null),
                        new Finding("XP-3", null, null)),
                List.of(new VisitRecord.Demand(null, TODAY.minusDays(1), "KT-2a")),
                null);

        var refused = catchThrowableOfType(FormRefused.class, () -> rules.check(record, duties, TODAY, TODAY));

        assertThat(refused.reasons())
                .containsExactly(
                        new Reason("findings[1].note", "Chưa nêu nhiệm vụ XP-2 chưa đạt ở đâu."),
                        new Reason("findings[2].result", "Chưa đánh giá nhiệm vụ XP-3."),
                        new Reason("recommendations[0].text", "Chưa điền kiến nghị."),
                        new Reason("recommendations[0].due", "Thời hạn khắc phục phải từ hôm nay trở đi."),
                        new Reason("recommendations[0].duty", "Đơn vị không có nhiệm vụ KT-2a."));
    }

    @Test
    void refusesAChecklistThatIsNotTheUnits() {
        var duties = plans.dutiesOf(PLAN_269, "tt-vhtt");
        var record = new VisitRecord(TODAY, List.of(new Finding("TTVH-1", FindingResult.MET, null)), List.of(), null);

        var refused = catchThrowableOfType(FormRefused.class, () -> rules.check(record, duties, TODAY, TODAY));

        assertThat(refused.getMessage())
                .isEqualTo(
                        "Danh mục kiểm tra không đúng: mong đợi TTVH-1, TTVH-2, TTVH-3, gặp TTVH-1. Hãy tải lại trang.");
    }

    @Test
    void datesAVisitBetweenItsNoticeAndToday() {
        var early = new VisitRecord(TODAY.minusDays(1), List.of(), List.of(), null);
        var late = new VisitRecord(TODAY.plusDays(1), List.of(), List.of(), null);

        assertThat(catchThrowableOfType(FormRefused.class, () -> rules.check(early, List.of(), TODAY, TODAY)))
                .hasMessage("Ngày đã kiểm tra không được trước ngày gửi thông báo (01/07/2021).");
        assertThat(catchThrowableOfType(FormRefused.class, () -> rules.check(late, List.of(), TODAY, TODAY)))
                .hasMessage("Ngày đã kiểm tra không được sau hôm nay.");
    }

    private static InspectionProposal valid() {
        return proposal(new Stop("duong-dong", TODAY.plusDays(14), List.of(OFFICER)));
    }

    private static InspectionProposal proposal(Stop... stops) {
        return new InspectionProposal(
                PLAN_269, "Kiểm tra quý III/2021", TODAY.minusMonths(3), TODAY, "Nội dung", List.of(stops));
    }

    private List<Reason> refusal(InspectionProposal proposal, String by) {
        return catchThrowableOfType(FormRefused.class, () -> rules.check(proposal, by, TODAY))
                .reasons();
    }

    private List<Reason> refusal(VisitNotice notice, LocalDate plannedFor) {
        return catchThrowableOfType(FormRefused.class, () -> rules.check(notice, plannedFor, TODAY))
                .reasons();
    }
}
