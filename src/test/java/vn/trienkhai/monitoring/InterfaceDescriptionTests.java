package vn.trienkhai.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.trienkhai.ProcessTest;

/** What docs/api says of our interface is what the program says of itself. */
class InterfaceDescriptionTests extends ProcessTest {

    private static final Path COMMITTED = Path.of("docs", "api", "openapi.json");
    private static final String RENEW = "renew";

    @Autowired
    WebApplicationContext context;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void isCommittedAsItIsGenerated() throws Exception {
        var generated = generated();
        if ("openapi".equals(System.getProperty(RENEW))) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, generated);
        }

        assertThat(COMMITTED)
                .as(
                        "To renew it: ./mvnw test -Dtest=InterfaceDescriptionTests -Drenew=openapi, then look at the difference")
                .hasContent(generated);
    }

    @Test
    void saysOfEveryAddressWhatItIsFor() throws Exception {
        var undescribed = new ArrayList<String>();
        for (var path : json.readTree(generated()).path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (path.getKey().startsWith("/api/monitoring")
                        && operation.getValue().path("summary").asText().isBlank()) {
                    undescribed.add(operation.getKey() + " " + path.getKey());
                }
            }
        }

        assertThat(undescribed).isEmpty();
    }

    private String generated() throws Exception {
        return MockMvcBuilders.webAppContextSetup(context)
                        .build()
                        .perform(get("/api/openapi"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8)
                        .strip()
                + "\n";
    }
}
