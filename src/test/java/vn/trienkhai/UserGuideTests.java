package vn.trienkhai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The page "Hướng dẫn sử dụng", as it is made of the guide. */
class UserGuideTests {

    private static Document page;

    @BeforeAll
    static void open() throws IOException {
        page = Jsoup.parse(new UserGuide().page().getBody());
    }

    @Test
    void leadsFromTheContentsToEachChapter() {
        assertThat(page.select("nav a").eachText()).startsWith("1. Đăng nhập", "2. Danh sách việc");
        assertThat(page.select("nav a")).hasSize(page.select("h2").size()).allSatisfy(link -> assertThat(
                        page.select(link.attr("href")).text())
                .isEqualTo(link.text()));
    }

    @Test
    void showsTablesAsTables() {
        assertThat(page.select("table").first().select("tr").eachText())
                .startsWith(
                        "danh sách có gì", "Việc của tôi việc giao cho bạn, hoặc chờ người thuộc nhóm của bạn nhận");
    }

    @Test
    void bringsEveryPicture() {
        assertThat(page.select("img")).isNotEmpty().allSatisfy(picture -> {
            assertThat(picture.attr("src")).startsWith("images/");
            assertThat(new ClassPathResource("static/trien-khai/" + picture.attr("src")).exists())
                    .isTrue();
            assertThat(picture.attr("alt")).isNotBlank();
            assertThat(picture.attr("loading")).isEqualTo("lazy");
        });
    }

    @Test
    void showsNoMarkupOfTheFile() {
        assertThat(page.select("main").text()).doesNotContain("**", "](", "| ");
        assertThat(page.select("script, [style]").stream().map(Element::outerHtml))
                .isEmpty();
    }
}
