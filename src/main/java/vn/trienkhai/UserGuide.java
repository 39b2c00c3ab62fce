package vn.trienkhai;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.HtmlUtils;

/**
 * The user guide as a page, for whoever is signed in: the very file that the repository keeps, with a table of contents.
 * Read once, at the start: a guide that is missing from the jar stops the program there and not at a reader.
 */
@Controller
class UserGuide {

    private static final String GUIDE = "docs/huong-dan-su-dung.md";
    private static final int CHAPTER = 2;

    private final String page;

    UserGuide() throws IOException {
        var tables = List.of(TablesExtension.create());
        var guide = Parser.builder()
                .extensions(tables)
                .build()
                .parse(new ClassPathResource(GUIDE).getContentAsString(StandardCharsets.UTF_8));
        var headings = headingsOf(guide);
        var addresses = new IdentityHashMap<Node, String>();
        headings.forEach(heading -> addresses.put(heading, "muc-" + (addresses.size() + 1)));
        var html = HtmlRenderer.builder()
                .extensions(tables)
                .escapeHtml(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (addresses.containsKey(node)) {
                        attributes.put("id", addresses.get(node));
                    } else if (node instanceof Image && tag.equals("img")) {
                        attributes.put("loading", "lazy");
                    }
                })
                .build()
                .render(guide);
        this.page =
                """
                <!doctype html>
                <html lang="vi">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Hướng dẫn sử dụng – Triển Khai</title>
                <link rel="icon" href="../camunda/favicon.ico">
                <link rel="stylesheet" href="trang.css">
                </head>
                <body>
                <header class="tk-bar"><strong>Triển Khai – Hướng dẫn sử dụng</strong> \
                <a href="../camunda/app/tasklist/default/">Việc của tôi</a></header>
                <main class="tk-page tk-guide">
                <nav aria-label="Mục lục"><ul>
                %s</ul></nav>
                %s</main>
                </body>
                </html>
                """
                        .formatted(contents(headings, addresses), html);
    }

    @GetMapping("/trien-khai/huong-dan")
    ResponseEntity<String> page() {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page);
    }

    private static List<Heading> headingsOf(Node guide) {
        var headings = new ArrayList<Heading>();
        guide.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }
        });
        return headings;
    }

    private static String contents(List<Heading> headings, Map<Node, String> addresses) {
        var text = TextContentRenderer.builder().build();
        var lines = new StringBuilder();
        for (var heading : headings) {
            if (heading.getLevel() == CHAPTER) {
                lines.append("<li><a href=\"#%s\">%s</a></li>\n"
                        .formatted(
                                addresses.get(heading),
                                HtmlUtils.htmlEscape(text.render(heading).strip(), "UTF-8")));
            }
        }
        return lines.toString();
    }
}
