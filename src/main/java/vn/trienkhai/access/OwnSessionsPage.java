package vn.trienkhai.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.HtmlUtils;
import vn.trienkhai.access.OpenSessions.OpenSession;
import vn.trienkhai.calendar.VietnamTime;

/**
 * Where somebody is signed in now, for themselves alone, and the way to end all sessions but this one, with the password once
 * more (OWASP ASVS 4.0, 3.3.4). Who came from an identity provider has no password here and is not asked for one.
 */
@Controller
class OwnSessionsPage {

    static final String PATH = "/trien-khai/phien-dang-nhap.html";

    private final OpenSessions sessions;
    private final Doorkeeper doorkeeper;

    OwnSessionsPage(OpenSessions sessions, Doorkeeper doorkeeper) {
        this.sessions = sessions;
        this.doorkeeper = doorkeeper;
    }

    @GetMapping(PATH)
    ResponseEntity<String> show(HttpServletRequest request, CsrfToken token, Authentication person) {
        return page(HttpStatus.OK, "", request, token, person);
    }

    @PostMapping(PATH)
    ResponseEntity<String> endOthers(
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            CsrfToken token,
            Authentication person) {
        var problem = hasPassword(person) ? whyNot(password, request, person) : null;
        if (problem != null) {
            return page(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "<p class=\"tk-problem\" role=\"alert\">" + problem + "</p>\n",
                    request,
                    token,
                    person);
        }
        var ended = sessions.endOthersOf(person.getName(), request.getSession().getId());
        return page(
                HttpStatus.OK,
                "<p role=\"status\">Đã đăng xuất " + ended + " phiên khác.</p>\n",
                request,
                token,
                person);
    }

    private static boolean hasPassword(Authentication person) {
        return !(person instanceof OAuth2AuthenticationToken);
    }

    private String whyNot(String password, HttpServletRequest request, Authentication person) {
        if (password.isEmpty()) {
            return "Chưa nhập mật khẩu: các phiên khác vẫn còn.";
        }
        var again = UsernamePasswordAuthenticationToken.unauthenticated(person.getName(), password);
        again.setDetails(new WebAuthenticationDetails(request));
        try {
            doorkeeper.authenticate(again);
            return null;
        } catch (TooManyTries tooMany) {
            return tooMany.sentence();
        } catch (AuthenticationException wrong) {
            return "Mật khẩu không đúng: các phiên khác vẫn còn.";
        }
    }

    private ResponseEntity<String> page(
            HttpStatus status, String sentence, HttpServletRequest request, CsrfToken token, Authentication person) {
        var here = request.getSession().getId();
        var all = sessions.of(person.getName()).stream()
                .sorted(Comparator.comparing(
                                (OpenSession session) -> !session.id().equals(here))
                        .thenComparing(OpenSession::lastThere, Comparator.reverseOrder()))
                .toList();
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
                .body(
                        """
                        <!doctype html>
                        <html lang="vi">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <title>Phiên đăng nhập – Triển Khai</title>
                        <link rel="icon" href="%1$s/camunda/favicon.ico">
                        <link rel="stylesheet" href="%1$s/trien-khai/trang.css">
                        </head>
                        <body>
                        <header class="tk-bar"><strong>Triển Khai – Phiên đăng nhập</strong>
                        <a href="%1$s%2$s">Việc của tôi</a></header>
                        <main class="tk-page tk-sign-in">
                        <h1>Nơi bạn đang đăng nhập</h1>
                        %3$s<ul class="tk-notices">
                        %4$s</ul>
                        %5$s</main>
                        </body>
                        </html>
                        """
                                .formatted(
                                        request.getContextPath(),
                                        OwnPath.TASKLIST,
                                        sentence,
                                        all.stream()
                                                .map(session -> line(session, here))
                                                .collect(Collectors.joining()),
                                        all.size() > 1 ? form(request, token, person) : ""));
    }

    private static String line(OpenSession session, String here) {
        return "<li>%sĐăng nhập lúc %s%s; dùng lần cuối lúc %s.</li>\n"
                .formatted(
                        session.id().equals(here) ? "<strong>Máy này.</strong> " : "",
                        VietnamTime.format(session.signedIn()),
                        session.address() == null
                                ? ""
                                : " từ địa chỉ " + HtmlUtils.htmlEscape(session.address(), "UTF-8"),
                        VietnamTime.format(session.lastThere()));
    }

    private static String form(HttpServletRequest request, CsrfToken token, Authentication person) {
        var password = hasPassword(person)
                ? """
                  <p><label for="password">Mật khẩu</label>
                  <input id="password" name="password" type="password" autocomplete="current-password"
                  maxlength="128" required></p>
                  """
                : "";
        return """
               <form method="post" action="%s%s">
               <input type="hidden" name="%s" value="%s">
               <p>Thấy một nơi không phải của bạn? Đăng xuất mọi nơi khác, rồi đổi mật khẩu.</p>
               %s<p><button type="submit" class="tk-main">Đăng xuất mọi nơi khác</button></p>
               </form>
               """
                .formatted(
                        request.getContextPath(),
                        PATH,
                        token.getParameterName(),
                        HtmlUtils.htmlEscape(token.getToken(), "UTF-8"),
                        password);
    }
}
