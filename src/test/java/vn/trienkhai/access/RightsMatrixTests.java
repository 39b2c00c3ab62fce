package vn.trienkhai.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import vn.trienkhai.Browserless;

/**
 * Who may do what, cell by cell over HTTP: src/test/resources/rights-matrix.csv. A forbidden change must change nothing. An
 * endpoint or a page without a row fails the build.
 */
class RightsMatrixTests extends OverHttpTest {

    private static final Pattern THING = Pattern.compile("\\{([a-zA-Z:-]+)}");

    /** Endpoints of the libraries. */
    private static final Set<String> NOT_OURS = Set.of("/error");

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings;

    @Autowired
    FilterRegistrationBean<EngineChanges> changes;

    /**
     * @param ask method and path, with the things of {@link World} in braces
     * @param body null for none
     * @param answers one for each column
     */
    record Row(int line, String method, String path, String body, List<String> answers) {

        boolean reads() {
            return method.equals("GET");
        }

        @Override
        public String toString() {
            return "line " + line + ": " + method + " " + path;
        }
    }

    private static List<Row> rows;

    static List<Row> matrix() throws IOException {
        if (rows == null) {
            var lines = Files.readAllLines(Path.of("src/test/resources/rights-matrix.csv"), StandardCharsets.UTF_8);
            var header = lines.stream()
                    .filter(line -> line.startsWith("ask"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Arrays.stream(header.split(";")).skip(1).map(String::strip))
                    .containsExactlyElementsOf(World.PEOPLE.keySet());
            var found = new ArrayList<Row>();
            for (int i = 0; i < lines.size(); i++) {
                var line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("ask")) {
                    found.add(row(i + 1, line));
                }
            }
            rows = found;
        }
        return rows;
    }

    private static Row row(int number, String line) {
        var cells = Arrays.stream(line.split(";")).map(String::strip).toList();
        assertThat(cells).as("line %d", number).hasSize(World.PEOPLE.size() + 1);
        var ask = cells.get(0).split(" +", 3);
        return new Row(number, ask[0], ask[1], ask.length < 3 ? null : ask[2], cells.subList(1, cells.size()));
    }

    @BeforeAll
    void somethingToSee() {
        world.known("evidenceFile");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("matrix")
    void eachCellAnswersAsTheMatrixSays(Row row) {
        var softly = new SoftAssertions();
        var people = List.copyOf(World.PEOPLE.keySet());
        var asked = new LinkedHashMap<String, Asked>();
        for (int i = 0; i < people.size(); i++) {
            var expected = row.answers().get(i);
            if (!expected.equals("-")) {
                asked.put(people.get(i), asked(row, World.PEOPLE.get(people.get(i)), expected));
            }
        }
        // Whoever may not goes first, so that what one may does not hide what another changed.
        var before = row.reads() ? null : state();
        asked.forEach((who, one) -> {
            if (!one.expected().equals("yes")) {
                check(softly, row, who, one);
            }
        });
        if (before != null) {
            softly.assertThat(state())
                    .as("%s: who may not changes nothing", row)
                    .isEqualTo(before);
        }
        asked.forEach((who, one) -> {
            if (one.expected().equals("yes")) {
                check(softly, row, who, one);
            }
        });
        softly.assertAll();
    }

    /** @param body null for none */
    private record Asked(Browserless session, String path, String body, String expected) {}

    private Asked asked(Row row, String userId, String expected) {
        var made = new HashMap<String, String>();
        made.put("me", "" + userId);
        return new Asked(
                as(userId),
                resolved(row.path(), row.reads(), made),
                row.body() == null ? null : resolved(row.body(), row.reads(), made),
                expected);
    }

    private static void check(SoftAssertions softly, Row row, String who, Asked asked) {
        var answer = "@png".equals(asked.body())
                ? asked.session().upload("anh.png", World.PNG)
                : asked.session().send(row.method(), asked.path(), asked.body());
        softly.assertThat(meaning(answer, row))
                .as("%s as %s: %d %s", row, who, answer.statusCode(), beginning(answer.body()))
                .contains(asked.expected());
    }

    /** What is read is shared by all who ask; what is changed is made anew for each. */
    private String resolved(String text, boolean shared, Map<String, String> made) {
        return THING.matcher(text)
                .replaceAll(thing ->
                        made.computeIfAbsent(thing.group(1), name -> shared ? world.known(name) : world.made(name)));
    }

    /** An answer can mean more than one thing: whoever is not signed in may get the page that asks for it. */
    private static Set<String> meaning(HttpResponse<String> answer, Row row) {
        var meanings = new TreeSet<String>();
        var status = answer.statusCode();
        meanings.add(Integer.toString(status));
        if (status >= 200 && status < 300) {
            meanings.add("yes");
            if (row.path().startsWith("/camunda/app/") || row.path().startsWith("/trien-khai/")) {
                meanings.add("sign-in"); // the page holds nothing yet and asks for it
            }
        }
        if (status == 422) {
            meanings.add("form"); // let in, and the form is incomplete on purpose
        }
        if (status == 403) {
            meanings.add("no");
        }
        if (status == 404) {
            meanings.add("hidden");
        }
        if (status == 401 || status == 403 && !row.reads()) {
            meanings.add("sign-in");
        }
        if (status == 302 || status == 303) {
            meanings.add("sign-in");
            meanings.add("away");
        }
        return meanings;
    }

    private static String beginning(String body) {
        return body.length() < 160 ? body : body.substring(0, 160);
    }

    @Test
    void everyEndpointHasARow() throws IOException {
        var asked = matrix().stream().flatMap(row -> handlerOf(row).stream()).collect(Collectors.toSet());

        assertThat(endpoints().map(Endpoint::toString).collect(Collectors.toSet()))
                .as("Endpoints; add a row to src/test/resources/rights-matrix.csv for each that is missing")
                .isSubsetOf(asked);
    }

    /** A process that anybody may start by a form, with the form that it shows. */
    @Test
    void everyFormThatBeginsSomethingHasItsRows() throws IOException {
        var asked =
                matrix().stream().map(row -> row.method() + " " + row.path()).collect(Collectors.toSet());
        engine.getIdentityService().clearAuthentication();

        var begun = engine
                .getAuthorizationService()
                .createAuthorizationQuery()
                .resourceType(Resources.PROCESS_DEFINITION)
                .hasPermission(Permissions.CREATE_INSTANCE)
                .list()
                .stream()
                .map(Authorization::getResourceId)
                .collect(Collectors.toSet());

        assertThat(begun).hasSizeGreaterThan(15);
        assertThat(begun).allSatisfy(process -> assertThat(asked)
                .contains(
                        "GET /api/forms/start/{process:%s}".formatted(process),
                        "POST %s/process-definition/{process:%s}/submit-form".formatted(ENGINE, process)));
    }

    @Test
    void everyChangeThatTheEngineTakesHasARow() throws IOException {
        var rows = matrix();

        assertThat(changes.getFilter().listed())
                .allSatisfy((method, patterns) -> assertThat(patterns).allSatisfy(pattern -> {
                    for (var one : alternatives(pattern.pattern())) {
                        assertThat(rows)
                                .as("%s %s", method, one)
                                .anyMatch(row -> row.method().equals(method)
                                        && row.path().startsWith(ENGINE + "/")
                                        && THING.matcher(row.path().substring(ENGINE.length() + 1))
                                                .replaceAll("x")
                                                .matches(one));
                    }
                }));
    }

    /** What stands between bars outside of all brackets. */
    private static List<String> alternatives(String pattern) {
        var found = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        for (int i = 0; i < pattern.length(); i++) {
            var sign = pattern.charAt(i);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (sign == '|' && depth == 0) {
                found.add(pattern.substring(from, i));
                from = i + 1;
            }
        }
        found.add(pattern.substring(from));
        return found;
    }

    /** Scripts, styles and parts of pages too: a stranger gets what the sign-in page needs, and nothing else. */
    @Test
    void everyFileOfOurPagesIsClosedToStrangersButThoseOfTheSignIn() throws IOException {
        var ours = new TreeMap<String, Integer>();
        for (var root : Map.of(
                        "src/main/resources/static", "",
                        "src/main/resources/META-INF/resources/webjars/camunda", "/camunda")
                .entrySet()) {
            try (var files = Files.walk(Path.of(root.getKey()))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var path = root.getValue() + "/"
                            + Path.of(root.getKey()).relativize(file).toString().replace('\\', '/');
                    ours.put(path, as(null).get(path).statusCode());
                }
            }
        }

        assertThat(ours).hasSizeGreaterThan(50);
        assertThat(ours.keySet().stream().filter(path -> ours.get(path) == 200))
                .containsExactlyInAnyOrder("/trien-khai/trang.css", "/trien-khai/dang-nhap-1.0.0.js");
        assertThat(ours.values()).isSubsetOf(200, 302, 401);
    }

    @Test
    void everyPageHasARow() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/static/trien-khai"))) {
            var pages = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".html"))
                    .map(name -> "/trien-khai/" + name)
                    .toList();
            assertThat(matrix().stream().map(Row::path)).containsAll(pages);
        }
    }

    private record Endpoint(String method, PathPattern pattern) {
        @Override
        public String toString() {
            return method + " " + pattern.getPatternString();
        }
    }

    private Stream<Endpoint> endpoints() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPathPatternsCondition().getPatterns().stream()
                        .filter(pattern -> !NOT_OURS.contains(pattern.getPatternString()))
                        .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> new Endpoint(method.name(), pattern))));
    }

    /** The endpoint that a row's path leads to: the most specific that fits. */
    private Optional<String> handlerOf(Row row) {
        var path = PathContainer.parsePath(
                THING.matcher(row.path().split("\\?")[0]).replaceAll("x"));
        return endpoints()
                .filter(endpoint -> endpoint.method().equals(row.method())
                        && endpoint.pattern().matches(path))
                .min((one, other) -> one.pattern().compareTo(other.pattern()))
                .map(Endpoint::toString);
    }
}
