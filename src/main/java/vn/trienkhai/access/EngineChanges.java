package vn.trienkhai.access;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.trienkhai.form.Answers;
import vn.trienkhai.form.Refusal;
import vn.trienkhai.form.SignedIn;

/**
 * What may be changed through the engine's REST interface: what is listed here, and nothing else. The engine's own
 * authorisations decide after this who may do it.
 *
 * <p>The engine knows rights to things but not to what is said about them. Whoever may work on a task could complete it in
 * somebody else's name, overwrite any variable of the process with it, or begin a process in its middle, behind its checks.
 * So a task is claimed for oneself, completed by who claimed it, and both a task and a start carry the one variable that a
 * form sends.
 */
class EngineChanges extends OncePerRequestFilter {

    /** The interface as the webapps call it, below their application path; the group is the path within the engine. */
    private static final Pattern OF_THE_ENGINE = Pattern.compile("/camunda/api/engine/engine/[^/]+/(.+?)/*");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private static final String QUERIES = "(task|process-instance|execution|job|variable-instance|incident"
            + "|history/(activity-instance|decision-instance|detail|job-log|process-instance|task|variable-instance))"
            + "(/count)?|filter/[^/]+/(list|count|singleResult)";

    private static final String GIVING_BACK = "task/([^/]+)/unclaim";
    private static final String NEW_PASSWORD = "user/([^/]+)/credentials";

    private static final String NOT_LISTED = "Thao tác này không mở cho ai qua mạng.";

    private final IdentityService identityService;
    private final TaskService taskService;
    private final Accounts accounts;
    private final OpenSessions sessions;
    private final CommandExecutor engine;
    private final ObjectMapper json;
    private final List<Allowed> allowed = List.of(
            new Allowed("POST", QUERIES, EngineChanges::withoutExpressions),
            new Allowed("POST", "task/[^/]+/claim", this::forOneself),
            new Allowed("POST", GIVING_BACK, this::ownTaskThatOthersMayDo),
            new Allowed("POST", "task/([^/]+)/(complete|submit-form)", this::ownTaskWithItsForm),
            new Allowed("POST", "process-definition/(key/)?[^/]+/submit-form", EngineChanges::withItsFormOnly),
            new Allowed("PUT", NEW_PASSWORD, (asked, who, body) -> null),
            new Allowed("POST", "identity/password-policy", (asked, who, body) -> null),
            new Allowed("POST", "user/create|user/[^/]+/unlock", EngineChanges::byAdministrators),
            new Allowed("PUT", "user/[^/]+/profile", EngineChanges::byAdministrators),
            new Allowed("PUT", "group/([^/]+)/members/([^/]+)", this::notBothWorkAndAdministration),
            new Allowed("DELETE", "group/[^/]+/members/[^/]+", EngineChanges::byAdministrators),
            new Allowed("PUT", "job/[^/]+/retries", EngineChanges::byAdministrators),
            new Allowed("PUT", "job-definition/[^/]+/retries", EngineChanges::byAdministrators),
            new Allowed("PUT", "incident/[^/]+/annotation", EngineChanges::byAdministrators),
            new Allowed("DELETE", "incident/[^/]+/annotation", EngineChanges::byAdministrators));

    EngineChanges(ProcessEngine engine, Accounts accounts, OpenSessions sessions, ObjectMapper json) {
        this.identityService = engine.getIdentityService();
        this.taskService = engine.getTaskService();
        this.accounts = accounts;
        this.sessions = sessions;
        this.engine = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        this.json = json.copy().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    /** @return why not, as people read it, or null */
    @FunctionalInterface
    private interface Condition {
        String whyNot(Matcher asked, Authentication who, JsonNode body);
    }

    private record Allowed(String method, Pattern path, Condition condition) {

        Allowed(String method, String path, Condition condition) {
            this(method, Pattern.compile(path), condition);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return READING.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = identityService.getCurrentAuthentication();
        if (who == null || who.getUserId() == null) {
            refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "Phiên làm việc đã hết: hãy đăng nhập lại.");
            return;
        }
        request.setAttribute(SignedIn.USER, who.getUserId());
        var path = OF_THE_ENGINE.matcher(pathOf(request));
        var one = path.matches() ? allowed(request.getMethod(), path.group(1)) : Optional.<Allowed>empty();
        if (one.isEmpty()) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, NOT_LISTED);
            return;
        }
        var held = new HeldBody(request, request.getInputStream().readAllBytes());
        var asked = one.get().path().matcher(path.group(1));
        var whyNot = asked.matches() ? one.get().condition().whyNot(asked, who, bodyOf(held)) : NOT_LISTED;
        if (whyNot != null) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, whyNot);
            return;
        }
        switch (one.get().path().pattern()) {
            case GIVING_BACK -> giveBack(asked.group(1), who.getUserId(), response);
            case NEW_PASSWORD -> {
                chain.doFilter(held, response);
                if (response.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
                    sessions.endOthersOf(asked.group(1), request.getSession().getId());
                }
            }
            default -> chain.doFilter(held, response);
        }
    }

    private void giveBack(String task, String userId, HttpServletResponse response) throws IOException {
        try {
            engine.execute(new GivenBack(task, userId));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } catch (AuthorizationException notTheirs) {
            refuse(response, HttpServletResponse.SC_FORBIDDEN, "Bạn không có quyền thực hiện thao tác này.");
        } catch (ProcessEngineException meanwhile) {
            refuse(
                    response,
                    HttpServletResponse.SC_CONFLICT,
                    "Việc này vừa được người khác cập nhật: hãy mở lại để xem kết quả.");
        }
    }

    /** Everything that may be changed, for the matrix: a method and the pattern of a path within the engine. */
    Map<String, List<Pattern>> listed() {
        return allowed.stream()
                .collect(
                        Collectors.groupingBy(Allowed::method, Collectors.mapping(Allowed::path, Collectors.toList())));
    }

    private Optional<Allowed> allowed(String method, String path) {
        return allowed.stream()
                .filter(one ->
                        one.method().equals(method) && one.path().matcher(path).matches())
                .findFirst();
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    /** Missing where there is none, null where it is no JSON: every condition that reads it then refuses. */
    private JsonNode bodyOf(HeldBody request) {
        try {
            var body = json.readTree(request.bytes);
            return body == null ? MissingNode.getInstance() : body;
        } catch (IOException notJson) {
            return NullNode.getInstance();
        }
    }

    /** The engine forbids expressions in queries, but forgets to look into the alternatives ("orQueries") of a query. */
    private static String withoutExpressions(Matcher asked, Authentication who, JsonNode body) {
        return body.isNull() || namesAnExpression(body) ? "Câu hỏi không đọc được hoặc có biểu thức." : null;
    }

    private static boolean namesAnExpression(JsonNode node) {
        var names = node.fieldNames();
        while (names.hasNext()) {
            if (names.next().toLowerCase(Locale.ROOT).contains("expression")) {
                return true;
            }
        }
        for (var part : node) {
            if (namesAnExpression(part)) {
                return true;
            }
        }
        return false;
    }

    private String forOneself(Matcher asked, Authentication who, JsonNode body) {
        return who.getUserId().equals(body.path("userId").asText())
                ? null
                : "Mỗi người tự nhận việc cho mình: không nhận thay người khác.";
    }

    /** A task that is not there any more is for the engine to tell. */
    private String ownTask(Matcher asked, Authentication who, JsonNode body) {
        var task = taskService.createTaskQuery().taskId(asked.group(1)).singleResult();
        return task == null || who.getUserId().equals(task.getAssignee())
                ? null
                : "Việc này không do bạn nhận: hãy nhận việc trước khi làm.";
    }

    /** A task that was given to one person alone would belong to nobody. */
    private String ownTaskThatOthersMayDo(Matcher asked, Authentication who, JsonNode body) {
        var task = asked.group(1);
        var whyNot = ownTask(asked, who, body);
        var isOffered = taskService.createTaskQuery().taskId(task).count() == 0
                || taskService.getIdentityLinksForTask(task).stream()
                        .anyMatch(link -> IdentityLinkType.CANDIDATE.equals(link.getType()));
        return whyNot != null || isOffered
                ? whyNot
                : "Việc này giao riêng cho bạn: hãy nhờ lãnh đạo đơn vị bàn giao cho người khác.";
    }

    private String ownTaskWithItsForm(Matcher asked, Authentication who, JsonNode body) {
        var whyNot = ownTask(asked, who, body);
        return whyNot == null ? withItsFormOnly(asked, who, body) : whyNot;
    }

    /** The engine would let any variable in, and a key that is another work's. */
    private static String withItsFormOnly(Matcher asked, Authentication who, JsonNode body) {
        var variables = body.path("variables");
        var answer = variables.path(Answers.VARIABLE);
        var type = answer.path("type").asText("Json");
        var onlyTheAnswer = body.isObject()
                && (variables.isMissingNode()
                        || variables.isNull()
                        || variables.isObject() && variables.size() == (answer.isMissingNode() ? 0 : 1));
        var inItsForm = answer.isMissingNode()
                || type.equalsIgnoreCase("Json")
                        && answer.path("valueInfo").path("transient").asBoolean();
        var nothingElse = body.path("businessKey").asText("").isEmpty()
                && !body.path("withVariablesInReturn").asBoolean()
                && body.path("startInstructions").isMissingNode();
        return onlyTheAnswer && inItsForm && nothingElse
                ? null
                : "Chỉ nhận nội dung của biểu mẫu: hãy mở việc trong danh sách việc và điền biểu mẫu.";
    }

    private static String byAdministrators(Matcher asked, Authentication who, JsonNode body) {
        return administers(who) ? null : "Chỉ người quản trị thực hiện được thao tác này.";
    }

    /** Whoever keeps the accounts decides nothing, and whoever decides keeps no accounts. */
    private String notBothWorkAndAdministration(Matcher asked, Authentication who, JsonNode body) {
        if (!administers(who)) {
            return byAdministrators(asked, who, body);
        }
        var group = asked.group(1);
        var others = accounts.groupsOf(asked.group(2));
        var toAdministration = group.equals(Groups.CAMUNDA_ADMIN);
        var alreadyOther = toAdministration
                ? others.stream().anyMatch(other -> !other.equals(Groups.CAMUNDA_ADMIN))
                : others.contains(Groups.CAMUNDA_ADMIN);
        return alreadyOther
                ? "Một tài khoản không vừa quản trị vừa làm việc của đơn vị: hãy dùng hai tài khoản."
                : null;
    }

    private static boolean administers(Authentication who) {
        return who.getGroupIds() != null && who.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }

    private void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getWriter(), Refusal.of(message));
    }

    /** A request whose body was read once and is read again. */
    private static class HeldBody extends HttpServletRequestWrapper {

        private final byte[] bytes;

        HeldBody(HttpServletRequest request, byte[] bytes) {
            super(request);
            this.bytes = bytes;
        }

        @Override
        public ServletInputStream getInputStream() {
            var stream = new ByteArrayInputStream(bytes);
            return new ServletInputStream() {

                @Override
                public int read() {
                    return stream.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return stream.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return stream.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("Read at once");
                }
            };
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }
}
