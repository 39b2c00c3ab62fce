package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/default/",
                "/camunda/app/tasklist/default/#/?task=aa-1&detailsTab=task-detail-form",
                "/camunda/app/cockpit/default/#/lich-su?tu=01%2F07%2F2021",
                "/trien-khai/van-ban.html#4711",
                "/viec/2f1c"
            })
    void followsPagesOfOurOwn(String path) {
        assertThat(OwnPath.orTasklist(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example/",
                "//evil.example/camunda/app/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/camunda/app\\@evil.example",
                "/camunda/app@evil.example/",
                "javascript:alert(1)",
                "/trien-khai/\r\nSet-Cookie: a=b",
                "/trien-khai/ x",
                "/trien-khai/x\"onload=\"",
                "/dang-xuat",
                "/api/attachments/1",
                "http:/trien-khai/x"
            })
    void followsNothingElse(String path) {
        assertThat(OwnPath.orTasklist(path)).isEqualTo("/camunda/app/tasklist/default/");
    }
}
