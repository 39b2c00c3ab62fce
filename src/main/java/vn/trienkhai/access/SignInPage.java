package vn.trienkhai.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/** The sign-in page. It works without scripts; a script only carries on the part of an address that servers never see. */
@Controller
class SignInPage {

    private static final String SENTENCE = "vn.trienkhai.signIn.sentence";
    private static final String WANTED = "vn.trienkhai.signIn.wanted";

    private final Providers providers;

    SignInPage(Providers providers) {
        this.providers = providers;
    }

    /** Keeps a sentence for the next time that this browser sees the page. */
    static void tell(HttpServletRequest request, String sentence) {
        request.getSession().setAttribute(SENTENCE, sentence);
    }

    /** What was asked for before the sign-in, as the browser says or as it said before it went elsewhere to sign in. */
    static String wanted(HttpServletRequest request) {
        var said = request.getParameter("toi");
        return said == null && request.getSession().getAttribute(WANTED) instanceof String before ? before : said;
    }

    @GetMapping(Gate.SIGN_IN)
    ResponseEntity<String> signIn(HttpServletRequest request, CsrfToken token, Principal person) {
        request.getSession().setAttribute(WANTED, OwnPath.orTasklist(request.getParameter("toi")));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(
                        """
                        <!doctype html>
                        <html lang="vi">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>Đăng nhập – Triển Khai</title>
                        <link rel="icon" href="%1$s/camunda/favicon.ico">
                        <link rel="stylesheet" href="%1$s/trien-khai/trang.css">
                        <script type="module" src="%1$s/trien-khai/dang-nhap-1.0.0.js"></script>
                        </head>
                        <body>
                        <header class="tk-bar"><strong>Triển Khai</strong></header>
                        <main class="tk-page tk-sign-in">
                        <h1>Đăng nhập</h1>
                        %2$s%3$s%8$s<form method="post" action="%1$s%4$s">
                        <input type="hidden" name="%5$s" value="%6$s">
                        <input type="hidden" name="toi" value="%7$s">
                        <p><label for="username">Tên đăng nhập</label>
                        <input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false"
                        maxlength="64" required autofocus></p>
                        <p><label for="password">Mật khẩu</label>
                        <input id="password" name="password" type="password" autocomplete="current-password"
                        maxlength="128" required></p>
                        <p><button type="submit" class="tk-main">Đăng nhập</button></p>
                        </form>
                        </main>
                        </body>
                        </html>
                        """
                                .formatted(
                                        request.getContextPath(),
                                        sentenceFor(request),
                                        alreadyThere(request, person),
                                        Gate.SIGN_IN,
                                        token.getParameterName(),
                                        htmlEscape(token.getToken()),
                                        htmlEscape(OwnPath.orTasklist(wanted(request))),
                                        elsewhere(request)));
    }

    private String elsewhere(HttpServletRequest request) {
        var links = providers.signIns().entrySet().stream()
                .map(signIn -> "<p><a class=\"tk-elsewhere\" href=\"%s\">Đăng nhập bằng %s</a></p>\n"
                        .formatted(
                                htmlEscape(request.getContextPath() + signIn.getKey()), htmlEscape(signIn.getValue())))
                .collect(Collectors.joining());
        return links.isEmpty() ? "" : links + "<h2>Người quản trị</h2>\n";
    }

    private static String sentenceFor(HttpServletRequest request) {
        var session = request.getSession();
        if (session.getAttribute(SENTENCE) instanceof String sentence) {
            session.removeAttribute(SENTENCE);
            return "<p class=\"tk-problem\" role=\"alert\">" + htmlEscape(sentence) + "</p>\n";
        }
        return request.getParameter("da-thoat") == null ? "" : "<p role=\"status\">Bạn đã đăng xuất.</p>\n";
    }

    private static String alreadyThere(HttpServletRequest request, Principal person) {
        return person == null
                ? ""
                : "<p>Bạn đang đăng nhập với tài khoản <strong>%s</strong>. <a href=\"%s\">Tiếp tục</a></p>\n"
                        .formatted(
                                htmlEscape(person.getName()),
                                htmlEscape(request.getContextPath() + OwnPath.orTasklist(wanted(request))));
    }

    /** The page is UTF-8: letters stay letters. */
    private static String htmlEscape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
