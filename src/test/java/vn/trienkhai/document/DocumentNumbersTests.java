package vn.trienkhai.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.trienkhai.ProcessTest;
import vn.trienkhai.form.FormRefused;

class DocumentNumbersTests extends ProcessTest {

    private static final LocalDate DAY = LocalDate.of(2021, 7, 1);

    @Autowired
    DocumentNumbers numbers;

    @Autowired
    TransactionTemplate transaction;

    private int next(String issuer, DocumentType type, LocalDate date) {
        return transaction.execute(status -> numbers.next(issuer, type, date));
    }

    @Test
    void countsEachIssuerTypeAndYearByItself() {
        assertThat(next("a", DocumentType.REPORT, DAY)).isEqualTo(1);
        assertThat(next("a", DocumentType.REPORT, DAY)).isEqualTo(2);
        assertThat(next("a", DocumentType.LETTER, DAY)).isEqualTo(1);
        assertThat(next("b", DocumentType.REPORT, DAY)).isEqualTo(1);
        assertThat(next("a", DocumentType.REPORT, LocalDate.of(2022, 1, 4))).isEqualTo(1);
        assertThat(next("a", DocumentType.REPORT, LocalDate.of(2021, 12, 31))).isEqualTo(3);
    }

    @Test
    void refusesADayBeforeThatOfThePreviousNumber() {
        next("days", DocumentType.NOTICE, DAY);

        assertThatThrownBy(() -> next("days", DocumentType.NOTICE, LocalDate.of(2021, 6, 30)))
                .isInstanceOf(FormRefused.class)
                .hasMessage(
                        "Số trước trong sổ (số 01) đề ngày 01/07/2021: mong đợi ngày từ đó trở đi, gặp 30/06/2021.");
        assertThat(next("days", DocumentType.NOTICE, DAY)).isEqualTo(2);
    }

    @Test
    void goesOnBehindANumberGivenElsewhere() {
        transaction.executeWithoutResult(status -> numbers.skipTo(41, "else", DocumentType.PLAN, DAY));
        transaction.executeWithoutResult(status -> numbers.skipTo(7, "else", DocumentType.PLAN, DAY));

        assertThat(next("else", DocumentType.PLAN, DAY)).isEqualTo(42);
    }

    @Test
    void givesNoneTwiceAndSkipsNoneWhenManyNumberAtOnceAndSomeFail() throws Exception {
        var issuer = "many";
        var pool = Executors.newFixedThreadPool(8);
        Callable<List<Integer>> worker = () -> {
            var taken = new ArrayList<Integer>();
            for (int i = 0; i < 25; i++) {
                var fails = i % 5 == 4;
                var number = transaction.execute(status -> {
                    var given = numbers.next(issuer, DocumentType.REPORT, DAY);
                    if (fails) {
                        status.setRollbackOnly();
                    }
                    return given;
                });
                Optional.of(number).filter(given -> !fails).ifPresent(taken::add);
            }
            return taken;
        };

        var all = new ArrayList<Integer>();
        for (var taken : pool.invokeAll(List.of(worker, worker, worker, worker, worker, worker, worker, worker))) {
            all.addAll(taken.get());
        }
        pool.shutdown();

        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 160).boxed().toList());
        assertThat(next(issuer, DocumentType.REPORT, DAY)).isEqualTo(161);
    }
}
