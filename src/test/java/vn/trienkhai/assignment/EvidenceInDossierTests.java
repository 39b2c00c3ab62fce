package vn.trienkhai.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.attachment.Attachments;
import vn.trienkhai.document.DossierEntry;
import vn.trienkhai.document.DossierScope;
import vn.trienkhai.plan.CopyOfPlan269;
import vn.trienkhai.plan.Plans;

/** Two units recorded evidence with a file each under different duties; one of them also an entry that was withdrawn. */
class EvidenceInDossierTests extends ProcessTest {

    private static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    EvidenceInDossier part;

    @Autowired
    EvidenceBook book;

    @Autowired
    Attachments attachments;

    @Autowired
    Plans plans;

    private String plan;

    @BeforeEach
    void recorded() {
        clock.moveTo(LocalDate.of(2021, 9, 14));
        plan = CopyOfPlan269.inForce(plans);
        record("phong-kinh-te", "KT-1b", "Ảnh băng rôn.pdf");
        record("y-te", "CQ-1", "Biên bản họp.pdf");
        book.withdraw(record("y-te", "CQ-1", "nhầm.pdf"), "Ghi nhầm");
    }

    @Test
    void holdsTheFilesOfEverybodyForTheLeadAgency() {
        assertThat(of(null, "phong-vhtt.officer"))
                .extracting(DossierEntry::fileName, DossierEntry::title, DossierEntry::date)
                .containsExactly(
                        tuple(
                                "phong-kinh-te 2021-09-10 Ảnh băng rôn.pdf",
                                "Phòng Kinh tế – KT-1b",
                                LocalDate.of(2021, 9, 10)),
                        tuple("y-te 2021-09-10 Biên bản họp.pdf", "Phòng Y tế – CQ-1", LocalDate.of(2021, 9, 10)));
        assertThat(of(null, "van-phong.clerk")).hasSize(2);
        assertThat(of(null, "ubnd.deputy"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.bytes().get()).isEqualTo(PDF));
    }

    @Test
    void holdsOnlyTheOwnUnitsFilesForOthers() {
        assertThat(of(null, "y-te.officer")).extracting(DossierEntry::title).containsExactly("Phòng Y tế – CQ-1");
        assertThat(of(null, "tu-phap.head")).isEmpty();
    }

    @Test
    void isOfOneDutyOrOneClause() {
        assertThat(of("KT-1b", "phong-vhtt.head"))
                .extracting(DossierEntry::title)
                .containsExactly("Phòng Kinh tế – KT-1b");
        assertThat(of("III.2", "phong-vhtt.head"))
                .extracting(DossierEntry::title)
                .containsExactly("Phòng Kinh tế – KT-1b");
        assertThat(of("KT-2a", "phong-vhtt.head")).isEmpty();
    }

    @Test
    void knowsNoPlanThatIsNotThere() {
        assertThat(part.entriesOf(new DossierScope("no-plan", null, "phong-vhtt.head")))
                .isEmpty();
    }

    private List<DossierEntry> of(String duty, String userId) {
        return part.entriesOf(new DossierScope(plan, duty, userId));
    }

    private UUID record(String unit, String duty, String fileName) {
        var by = unit + ".head";
        var file = attachments.store(fileName, PDF, by);
        var day = LocalDate.of(2021, 9, 10);
        return book.record(
                new EvidenceEntry(
                        plan,
                        unit,
                        duty,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        day,
                        day,
                        null,
                        null,
                        null,
                        Map.of(),
                        Set.of(file.id())),
                by);
    }
}
