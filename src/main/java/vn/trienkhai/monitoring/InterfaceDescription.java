package vn.trienkhai.monitoring;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
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

    private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\w+ (?:[^ }]+ )?([^}]*)}");

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

    /** Records within classes are named after both: every module has its own Row. */
    @Bean
    ModelResolver namesOfRecords(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new TypeNameResolver() {
            @Override
            protected String nameForClass(Class<?> type, Set<Options> options) {
                var outer = type.getDeclaringClass();
                return outer == null ? type.getSimpleName() : outer.getSimpleName() + "." + type.getSimpleName();
            }
        });
    }

    /** In one order, in plain words, without the machine's own address. */
    @Bean
    OpenApiCustomizer readable() {
        return description -> {
            description.setServers(null);
            description.getTags().sort(Comparator.comparing(Tag::getName));
            description.getTags().forEach(tag -> tag.setDescription(plain(tag.getDescription())));
            var paths = new Paths();
            paths.putAll(new TreeMap<>(description.getPaths()));
            description.setPaths(paths);
            description.getComponents().getSchemas().values().forEach(InterfaceDescription::plain);
            paths.values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> {
                        operation.setSummary(plain(operation.getSummary()));
                        operation.setDescription(plain(operation.getDescription()));
                    });
        };
    }

    private static void plain(Schema<?> schema) {
        schema.setDescription(plain(schema.getDescription()));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(InterfaceDescription::plain);
        }
    }

    /** Javadoc without its tags and line breaks. */
    private static String plain(String javadoc) {
        return javadoc == null
                ? null
                : INLINE_TAG
                        .matcher(javadoc)
                        .replaceAll("$1")
                        .replaceAll("<p>|\\s+", " ")
                        .strip();
    }
}
