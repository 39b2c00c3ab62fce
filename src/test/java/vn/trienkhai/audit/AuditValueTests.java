package vn.trienkhai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditValueTests {

    record Part(String code, String name) {}

    private static Object reduced(Object value) {
        return AuditValue.reduced(Map.of("value", value)).get("value");
    }

    @Test
    void keepsCodesNumbersAndDays() {
        assertThat(reduced("phong-vhtt.head")).isEqualTo("phong-vhtt.head");
        assertThat(reduced("269/KH-UBND")).isEqualTo("269/KH-UBND");
        assertThat(reduced(LocalDate.of(2021, 9, 6))).isEqualTo("2021-09-06");
        assertThat(reduced("2021-09-06T17:00:00Z")).isEqualTo("2021-09-06T17:00:00Z");
        assertThat(reduced("127.0.0.1")).isEqualTo("127.0.0.1");
        assertThat(reduced("192.168.110.254")).isEqualTo("192.168.110.254");
        assertThat(reduced("0:0:0:0:0:0:0:1")).isEqualTo("0:0:0:0:0:0:0:1");
        assertThat(reduced(true)).isEqualTo(true);
        assertThat(reduced(List.of("a", 1))).isEqualTo(List.of("a", 1));
    }

    @Test
    void keepsNoTextThatAPersonCouldBeKnownBy() {
        for (var personal :
                List.of("Nguyễn Văn Ánh", "Ánh", "anh@phuquoc.gov.vn", "0912345678", "0912.345.678", "091204001234")) {
            assertThat(reduced(personal)).asString().startsWith("sha256:").doesNotContain(personal);
        }
        assertThat(reduced(new Part("KT-2a", "Bà Trần Thị B")))
                .isEqualTo(Map.of("code", "KT-2a", "name", AuditValue.digestOf("Bà Trần Thị B")));
    }

    @Test
    void tellsTextsApartAndSaysHowLongTheyAre() {
        // printf 'Dat yeu cau' | sha256sum
        assertThat(AuditValue.digestOf("Dat yeu cau"))
                .isEqualTo("sha256:dccd61d5fd7d344981026a302305f55047063e1a240525117c4f4bb0c543a861 (11 ký tự)");
    }
}
