package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import vn.trienkhai.RealPostgres;
import vn.trienkhai.document.DocumentSearch.Wanted;

/** The same register on a real PostgreSQL: stored, numbered by several clerks at once, found. */
@DirtiesContext
class DocumentRegisterOnPostgresTests extends DocumentScenario {

    private static final Wanted ANYTHING = new Wanted(null, null, null, null, null, null, null, null, null, false);

    @Autowired
    DocumentSearch search;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        RealPostgres.use(registry);
    }

    @Test
    void givesConsecutiveNumbersToClerksWhoIssueAtOnce() throws Exception {
        var signed = new ArrayList<UUID>();
        for (int i = 0; i < 16; i++) {
            var id = report("Báo cáo " + i);
            sign(id);
            signed.add(id);
        }
        var pool = Executors.newFixedThreadPool(8);
        var clerks = signed.stream()
                .map(id -> (Callable<Void>) () -> {
                    register.numberHere(id, TODAY, CLERK);
                    return null;
                })
                .toList();
        for (var done : pool.invokeAll(clerks)) {
            done.get();
        }
        pool.shutdown();

        assertThat(signed.stream()
                        .map(id -> register.get(id).number().orElseThrow())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 16)
                        .mapToObj("%02d/BC-UBND"::formatted)
                        .toList());
        for (var id : signed) {
            var current = register.current(register.get(id));
            assertThat(DocumentRegister.sha256Of(register.bytesOf(current))).isEqualTo(current.sha256());
        }
    }

    @Test
    void findsByEveryDescriptionAndHidesDrafts() {
        var id = issued(DocumentType.PROPOSAL, "Đề nghị cấp kinh phí");
        var number = register.get(id).number().orElseThrow();
        var draft = report("Dự thảo kín");

        for (var wanted : List.of(
                new Wanted(PLAN_269, null, null, null, DocumentType.PROPOSAL, null, null, null, null, false),
                new Wanted(null, number, TODAY, TODAY, null, "ubnd", Set.of("vhtt-1c"), "de nghi cap", null, false))) {
            assertThat(search.find(wanted, 0, "y-te.officer").ids()).containsExactly(id);
        }
        assertThat(search.find(ANYTHING, 0, "y-te.officer").ids()).doesNotContain(draft);
        assertThat(search.find(ANYTHING, 0, DRAFTER).ids()).contains(draft);
    }
}
