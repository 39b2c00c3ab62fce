package vn.trienkhai.notification;

import java.io.IOException;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.TrienKhai;

/**
 * The program as it is, in a machine of its own that a test can kill. With {@code --announce} it then announces ten events
 * to five people in one transaction.
 */
class SendingProgram {

    static final Set<String> PEOPLE = Set.of(
            "phong-kinh-te.head",
            "phong-kinh-te.deputy",
            "phong-kinh-te.officer",
            "phong-vhtt.head",
            "phong-vhtt.officer");

    public static void main(String[] arguments) {
        var program = new SpringApplication(TrienKhai.class);
        program.addInitializers(
                context -> context.getBeanFactory().registerSingleton("noTestBeans", new NoTestBeans()));
        var context = program.run(arguments);
        if (!context.getEnvironment().containsProperty("announce")) {
            return;
        }
        var notices = context.getBean(Notices.class);
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            for (int i = 1; i <= 10; i++) {
                notices.announce(new Notice(
                        "e-" + i, NoticeKind.ASSIGNED, PEOPLE, Set.of(), "Nhận việc " + i, "Hạn 09/7.", null));
            }
        });
    }

    /** The clock and the like that other tests bring stand on the same class path. */
    private static class NoTestBeans extends TypeExcludeFilter {

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory readers) throws IOException {
            return reader.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NoTestBeans;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
