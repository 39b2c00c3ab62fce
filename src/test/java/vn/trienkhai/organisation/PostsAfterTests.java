package vn.trienkhai.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostsAfterTests {

    private static final Unit CULTURE =
            new Unit("phong-vhtt", "Phòng Văn hóa và Thông tin", "Phòng VH&TT", UnitKind.AGENCY);
    private static final NewUnit MADE =
            new NewUnit("Phòng Văn hóa - Xã hội", "Phòng VH-XH", UnitKind.AGENCY, "VHXH", "Trưởng phòng VH-XH");
    private static final Unit NEXT = new Unit("phong-vh-xh", MADE.name(), MADE.shortName(), MADE.kind());

    @Test
    void leadersOfTheFoundingUnitLeadTheNewOneUnderItsTitles() {
        assertThat(PostsAfter.ofNewUnit(post("head", "Trưởng phòng VH&TT"), CULTURE, NEXT, MADE))
                .isEqualTo(new Post("phong-vh-xh", "head", "Trưởng phòng VH-XH"));
        assertThat(PostsAfter.ofNewUnit(post("deputy", "Phó Trưởng phòng VH&TT"), CULTURE, NEXT, MADE))
                .isEqualTo(new Post("phong-vh-xh", "deputy", "Phó Trưởng phòng VH-XH"));
        assertThat(PostsAfter.ofNewUnit(post("officer", "Chuyên viên 1 Phòng VH&TT"), CULTURE, NEXT, MADE))
                .isEqualTo(new Post("phong-vh-xh", "officer", "Chuyên viên 1 Phòng VH-XH"));
        assertThat(PostsAfter.ofNewUnit(post("clerk", "Văn thư"), CULTURE, NEXT, MADE))
                .isEqualTo(new Post("phong-vh-xh", "clerk", "Văn thư (nay thuộc Phòng VH-XH)"));
    }

    @Test
    void leadersOfAUnitThatGoesIntoAnotherLeadNothingThere() {
        var head = PostsAfter.inExistingUnit(post("head", "Trưởng phòng VH&TT"), CULTURE, NEXT);

        assertThat(head).isEqualTo(new Post("phong-vh-xh", "head-phong-vhtt", "Nguyên Trưởng phòng VH&TT"));
        assertThat(head.leads()).isFalse();
        assertThat(PostsAfter.inExistingUnit(post("officer", "Chuyên viên 1 Phòng VH&TT"), CULTURE, NEXT))
                .isEqualTo(new Post(
                        "phong-vh-xh", "officer-phong-vhtt", "Chuyên viên 1 Phòng VH&TT (nay thuộc Phòng VH-XH)"));
    }

    @Test
    void namesOfGroupsFitTheEngine() {
        var long1 = new Unit("a".repeat(40), "A", "A", UnitKind.AGENCY);

        assertThat(PostsAfter.inExistingUnit(post("broadcasting-officer", "Cán bộ"), long1, NEXT)
                        .id())
                .hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void makesIdsOfVietnameseNames() {
        assertThat(PostsAfter.idOf("UBND đặc khu Phú Quốc")).isEqualTo("ubnd-dac-khu-phu-quoc");
        assertThat(PostsAfter.idOf("Phòng VH-XH")).isEqualTo("phong-vh-xh");
        assertThat(PostsAfter.idOf("Phòng Kinh tế, Hạ tầng và Đô thị")).isEqualTo("phong-kinh-te-ha-tang-va-do-thi");
        assertThat(PostsAfter.idOf("Ban Quản lý dự án đầu tư xây dựng khu vực đặc khu"))
                .isEqualTo("ban-quan-ly-du-an-dau-tu-xay-dung-khu-vu");
        assertThat(PostsAfter.idOf("–")).isEmpty();
    }

    private static Post post(String role, String title) {
        return new Post("phong-vhtt", role, title);
    }
}
