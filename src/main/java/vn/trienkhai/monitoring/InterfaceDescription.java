package vn.trienkhai.monitoring;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.TreeMap;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestAttribute;

/**
 * How our interface is described at /api/openapi, for who is signed in: made of the controllers and their Javadoc, the same
 * on every machine.
 */
@Configuration(proxyBeanMethods = false)
class InterfaceDescription {

    static {
        SpringDocUtils.getConfig().addAnnotationsToIgnore(RequestAttribute.class); // set by SignedIn, not by the caller
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Triển Khai")
                                .version("1")
                                .description(
                                        """
                                Data of plans as people see them who are signed in to the webapps: the same session cookie, and \
                                for changes the token of the session in the header X-XSRF-TOKEN, which every answer carries. \
                                Days are yyyy-MM-dd in Asia/Ho_Chi_Minh, moments are UTC. Whoever is refused gets a Refusal: 401 not \
                                signed in, 403 not theirs to see or without token, 404 no such thing, 409 changed meanwhile, 422 \
                                not as expected."""))
                .schemaRequirement(
                        "session",
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("JSESSIONID"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    /** In one order, without the machine's own address. */
    @Bean
    OpenApiCustomizer inOneOrder() {
        return description -> {
            description.setServers(null);
            var paths = new Paths();
            paths.putAll(new TreeMap<>(description.getPaths()));
            description.setPaths(paths);
        };
    }
}
