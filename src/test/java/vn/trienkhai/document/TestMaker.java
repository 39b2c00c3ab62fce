package vn.trienkhai.document;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;

/** Offers a report of the committee, and a notice of the own unit, to everybody of a unit. */
@TestConfiguration
class TestMaker {

    static final String KIND = "test-maker";
    static final String OF_THE_COMMITTEE = "committee";
    static final String OF_THE_UNIT = "unit";

    @Bean
    DocumentMaker testDocumentMaker(Organisation organisation) {
        return new DocumentMaker() {
            @Override
            public String kind() {
                return KIND;
            }

            @Override
            public String label() {
                return "Văn bản thử";
            }

            @Override
            public List<Choice> subjectsFor(String userId) {
                return unitOf(userId)
                        .map(unit -> List.of(
                                new Choice(OF_THE_COMMITTEE, "Báo cáo của UBND"),
                                new Choice(OF_THE_UNIT, "Thông báo của đơn vị")))
                        .orElse(List.of());
            }

            @Override
            public DocumentOrder make(String subject, String by) {
                var unit = unitOf(by).orElseThrow();
                return subject.equals(OF_THE_UNIT)
                        ? DocumentScenario.order(DocumentType.NOTICE, unit, unit, "Lịch kiểm tra tháng 7")
                        : DocumentScenario.order(DocumentType.REPORT, "ubnd", unit, "Kết quả tuyên truyền quý II");
            }

            private Optional<String> unitOf(String userId) {
                return organisation.person(userId).map(Person::unit);
            }
        };
    }
}
