package vn.trienkhai.access;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** What the web server itself refuses, before any of our pages is found: a sentence, and nothing about the server. */
public class ErrorsInVietnamese extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("text/plain");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("X-Content-Type-Options", "nosniff");
            var sentence = status < 500 ? "Yêu cầu không đọc được.\n" : "Hệ thống chưa thực hiện được. Hãy thử lại.\n";
            var out = response.getReporter();
            if (out != null) {
                out.write(sentence);
                response.finishResponse();
            }
        } catch (IOException gone) {
            container.getLogger().debug("Nobody reads the answer", gone);
        }
    }
}
