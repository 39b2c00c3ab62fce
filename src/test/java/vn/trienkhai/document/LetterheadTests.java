package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.trienkhai.organisation.Post;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;

class LetterheadTests {

    private static final Unit CITY = new Unit(
            "ubnd",
            "Ủy ban nhân dân thành phố Phú Quốc",
            "UBND thành phố",
            UnitKind.LEADERSHIP,
            null,
            "UBND",
            null,
            null,
            "Phú Quốc");
    private static final Unit CULTURE = new Unit(
            "phong-vhtt",
            "Phòng Văn hóa và Thông tin",
            "Phòng VH&TT",
            UnitKind.AGENCY,
            null,
            "VHTT",
            null,
            null,
            "Phú Quốc");
    private static final Unit OFFICE = new Unit("van-phong", "Văn phòng HĐND và UBND", "Văn phòng", UnitKind.OFFICE);
    private static final Unit CENTRE = new Unit("tt", "Trung tâm Văn hóa", "Trung tâm VH", UnitKind.PUBLIC_SERVICE);

    @Test
    void namesTheCommitteeAboveAnAgencyAndNobodyAboveACommittee() {
        assertThat(Letterheads.of(CULTURE, Optional.of(CITY)))
                .isEqualTo(new Letterhead("UBND thành phố Phú Quốc", "Phòng Văn hóa và Thông tin", "VHTT", "Phú Quốc"));
        assertThat(Letterheads.of(CITY, Optional.of(CITY)))
                .isEqualTo(new Letterhead(null, "Ủy ban nhân dân thành phố Phú Quốc", "UBND", "Phú Quốc"));
    }

    @Test
    void makesWhatTheChartDoesNotSayOfTheName() {
        var bare = new Unit("kt", "Phòng Kinh tế", "Phòng Kinh tế", UnitKind.AGENCY);

        assertThat(Letterheads.of(bare, Optional.empty())).isEqualTo(new Letterhead(null, "Phòng Kinh tế", "PKT", ""));
        assertThat(Letterheads.symbolOf(new Unit("x", "Ủy ban nhân dân xã Dương Tơ", "UBND xã", UnitKind.COMMUNE)))
                .isEqualTo("UBND");
        assertThat(Letterheads.symbolOf(OFFICE)).isEqualTo("VP");
        assertThat(Letterheads.symbolOf(CENTRE)).isEqualTo("TTVH");
        var taxes = new Unit(
                "thue",
                "Chi cục Thuế",
                "Chi cục",
                UnitKind.AGENCY,
                null,
                null,
                "Cục Thuế tỉnh",
                "Chi cục Thuế khu vực",
                null);
        assertThat(Letterheads.of(taxes, Optional.of(CITY)))
                .isEqualTo(new Letterhead("Cục Thuế tỉnh", "Chi cục Thuế khu vực", "CCT", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "5, REPORT, 05/BC-UBND",
        "10, MINUTES, 10/BB-UBND",
        "123, PROPOSAL, 123/TTr-UBND",
        "5, LETTER, 05/UBND-VHTT"
    })
    void writesNumbersAsTheDecreeSays(int number, DocumentType type, String written) {
        assertThat(Letterheads.numberOf(number, type, CITY, CULTURE)).isEqualTo(written);
    }

    @Test
    void namesADrafterOnlyWhereItIsNotTheIssuer() {
        assertThat(Letterheads.numberOf(7, DocumentType.LETTER, CULTURE, CULTURE))
                .isEqualTo("07/VHTT");
        assertThat(Letterheads.drafterSymbol(CULTURE, CULTURE)).isEmpty();
        assertThat(Letterheads.drafterSymbol(CITY, CULTURE)).contains("VHTT");
    }

    @Test
    void signsForABodyByItsChairOrADeputyForTheChair() {
        assertThat(Signatures.ofLeader(CITY, new Post("ubnd", "head", "Chủ tịch UBND thành phố")))
                .containsExactly("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH");
        assertThat(Signatures.ofLeader(CITY, new Post("ubnd", "deputy", "Phó Chủ tịch UBND thành phố")))
                .containsExactly("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH");
    }

    @Test
    void signsForAnAgencyByItsHeadAlone() {
        assertThat(Signatures.ofLeader(CULTURE, new Post("phong-vhtt", "head", "Trưởng phòng VH&TT")))
                .containsExactly("TRƯỞNG PHÒNG");
        assertThat(Signatures.ofLeader(CULTURE, new Post("phong-vhtt", "deputy", "Phó Trưởng phòng VH&TT")))
                .containsExactly("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG");
        assertThat(Signatures.ofLeader(CENTRE, new Post("tt", "deputy", "Phó Giám đốc Trung tâm VH")))
                .containsExactly("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC");
        assertThat(Signatures.ofLeader(
                        new Unit("tt-tp", "Thanh tra thành phố", "Thanh tra", UnitKind.AGENCY),
                        new Post("tt-tp", "deputy", "Phó Chánh Thanh tra thành phố", "Phó Chánh Thanh tra")))
                .containsExactly("KT. CHÁNH THANH TRA", "PHÓ CHÁNH THANH TRA");
    }

    @Test
    void signsByDelegationOrOrderWhereSomebodyElseStandsIn() {
        var chair = new Post("ubnd", "head", "Chủ tịch UBND thành phố");
        var chief = new Post("van-phong", "head", "Chánh Văn phòng HĐND và UBND");

        assertThat(Signatures.ofOther(SigningCapacity.BY_DELEGATION, CITY, chair, OFFICE, chief))
                .containsExactly("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG");
        assertThat(Signatures.ofOther(SigningCapacity.BY_ORDER, CITY, chair, OFFICE, chief))
                .containsExactly("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG");
    }

    @ParameterizedTest
    @CsvSource({"TS. Nguyễn Văn An, Nguyễn Văn An", "PGS.TS. Lê Thị Bình, Lê Thị Bình", "Tô Sơn, Tô Sơn"})
    void writesNamesWithoutAcademicTitles(String name, String signed) {
        assertThat(Signatures.nameOf(name)).isEqualTo(signed);
    }
}
