package vn.trienkhai.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldedTests {

    @Test
    void leavesTheDiacriticsOut() {
        assertThat(Folded.of("Phường Dương Đông")).isEqualTo("phuong duong dong");
        assertThat(Folded.of("Phường Dương Đông"
                        .codePoints()
                        .mapToObj(Character::toString)
                        .map(letter -> Normalizer.normalize(letter, Form.NFD))
                        .reduce("", String::concat)))
                .as("written with combining marks")
                .isEqualTo("phuong duong dong");
        assertThat(Folded.of(null)).isEmpty();
    }

    @Test
    void findsEveryWordInAnyOrder() {
        assertThat(Folded.finds("dong phuong", "Phường Dương Đông", null)).isTrue();
        assertThat(Folded.finds("đông", "Phường Dương Đông")).isTrue();
        assertThat(Folded.finds("dong xa", "Phường Dương Đông")).isFalse();
        assertThat(Folded.finds("  ", "Phường Dương Đông")).isTrue();
    }

    @Test
    void sortsAsTheVietnameseAlphabetDoes() {
        assertThat(Stream.of("Đội", "Dân", "Ủy ban", "Ăn", "An", "Ân", "Công an", "Ư", "U")
                        .sorted(Folded.alphabetically(name -> name)))
                .containsExactly("An", "Ăn", "Ân", "Công an", "Dân", "Đội", "U", "Ủy ban", "Ư");
    }

    @Test
    void sortsPeopleByGivenName() {
        assertThat(Stream.of(
                                "Trần Thị Ánh",
                                "Nguyễn Văn Ân",
                                "Lê Bình",
                                "Phạm Văn An",
                                "Lê Văn An",
                                "Đỗ Đức",
                                "Hồ Dũng")
                        .sorted(Folded.byGivenName(name -> name)))
                .containsExactly(
                        "Lê Văn An", "Phạm Văn An", "Trần Thị Ánh", "Nguyễn Văn Ân", "Lê Bình", "Hồ Dũng", "Đỗ Đức");
    }
}
