package vn.trienkhai.access;

import static org.springframework.web.util.HtmlUtils.htmlEscape;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page. It works without scripts; a script only carries on the part of an address that servers never see. */
@Controller
class SignInPage {

    private static final String SENTENCE = "vn.trienkhai.signIn.sentence";

    /** Keeps a sentence for the next time that this browser sees the page. */
    static void tell(HttpServletRequest request, String sentence) {
        request.getSession().setAttribute(SENTENCE, sentence);
    }

    /** What was asked for before the sign-in, as the browser says; see {@link OwnPath}. */
    static String wanted(HttpServletRequest request) {
        return request.getParameter("toi");
    }

    @GetMapping(Gate.SIGN_IN)
    ResponseEntity<String> signIn(HttpServletRequest request, CsrfToken token, Principal person) {
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
                        %2$s%3$s<form method="post" action="%1$s%4$s">
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
                                        htmlEscape(OwnPath.orTasklist(wanted(request)))));
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
}
