package vn.trienkhai;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's session over HTTP, as Tasklist's page has it: signed in, with the token of the page. */
public class Browserless {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies;
    private final HttpClient http;
    private final String base;

    private Browserless(int port, Map<String, String> cookies, HttpClient http) {
        this.base = "http://localhost:" + port;
        this.cookies = cookies;
        this.http = http;
    }

    public static Browserless anonymous(int port) {
        return new Browserless(port, new ConcurrentHashMap<>(), HttpClient.newHttpClient());
    }

    /** The same browser with the same cookies, served by another node. */
    public Browserless at(int otherPort) {
        return new Browserless(otherPort, cookies, http);
    }

    public static Browserless signedIn(int port, String userId) {
        var session = anonymous(port);
        session.signIn(userId);
        return session;
    }

    /** Signs in from here, as the page does. */
    public void signIn(String userId) {
        var answer = signIn(userId, "trienkhai");
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("/dang-nhap")) {
            throw new AssertionError("Sign-in of " + userId + " failed: " + answer.statusCode() + " "
                    + get("/dang-nhap").body());
        }
        get("/camunda/app/tasklist/default/"); // a page gives the token that changes need
    }

    /** Fills in the sign-in page and sends it. */
    public HttpResponse<String> signIn(String userId, String password) {
        var token = TOKEN.matcher(get("/dang-nhap").body());
        token.find();
        return postForm("/dang-nhap", Map.of("_csrf", token.group(1), "username", userId, "password", password));
    }

    public HttpResponse<String> postForm(String path, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** What the browser keeps under this name; null if nothing. */
    public String cookie(String name) {
        return cookies.get(name);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public byte[] bytes(String path) {
        try {
            return http.send(withCookies(request(path).GET()).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** @param json null for no body */
    public HttpResponse<String> send(String method, String path, String json) {
        var request = request(path);
        return send(
                json == null
                        ? request.method(method, BodyPublishers.noBody())
                        : request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(json)));
    }

    /** A request as somebody makes it up, with the cookies and the token of this session. */
    public HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> made) {
        return send(made.apply(request(path)));
    }

    public HttpResponse<String> delete(String path) {
        return send(request(path).DELETE());
    }

    public HttpResponse<String> upload(String name, byte[] bytes) {
        var boundary = "----trienkhai";
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var tail = "\r\n--" + boundary + "--\r\n";
        return send(request("/api/attachments")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head),
                        BodyPublishers.ofByteArray(bytes),
                        BodyPublishers.ofString(tail))));
    }

    /** A request without the token of the page, as another site would send it. */
    public HttpResponse<String> postFromAnotherSite(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    /** A request with this session's cookies as another site would send it. @param token a token of another page, or null */
    public HttpResponse<String> sendFromAnotherSite(String method, String path, String json, String token) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        return send(token == null ? request : request.header("X-XSRF-TOKEN", token));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", "application/json, text/html");
        if (cookies.containsKey("XSRF-TOKEN")) {
            request.header("X-XSRF-TOKEN", cookies.get("XSRF-TOKEN"));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = http.send(withCookies(request).build(), BodyHandlers.ofString());
            for (var header : response.headers().allValues("Set-Cookie")) {
                var pair = header.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return response;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest.Builder withCookies(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }
}
