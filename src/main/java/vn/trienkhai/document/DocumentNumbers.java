package vn.trienkhai.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.form.FormRefused;

/**
 * The sequences of numbers: one for each issuer, type and calendar year (Nghị định 30/2020/NĐ-CP, Điều 15 khoản 3).
 *
 * <p>A number is taken in the transaction that issues its document. Until that is committed, the next one of the same
 * sequence waits; if it is rolled back, the number is free again. So none is given twice and none is skipped.
 */
@Component
class DocumentNumbers {

    private static final String NOBODY = "-";

    private final JdbcClient jdbc;

    DocumentNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Last(int number, LocalDate date) {}

    /** @throws FormRefused if the day lies before the day of the previous number */
    @Transactional(propagation = Propagation.MANDATORY)
    int next(String issuer, DocumentType type, LocalDate date) {
        var year = Letterheads.yearOf(date);
        var last = locked(issuer, type, year);
        if (last.date() != null && date.isBefore(last.date())) {
            throw FormRefused.at(
                    "date",
                    "Số trước trong sổ (số %02d) đề ngày %s: mong đợi ngày từ đó trở đi, gặp %s."
                            .formatted(last.number(), VietnamTime.format(last.date()), VietnamTime.format(date)));
        }
        set(issuer, type, year, new Last(last.number() + 1, date));
        return last.number() + 1;
    }

    /** A number given elsewhere that belongs to this sequence: it goes on behind it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void skipTo(int number, String issuer, DocumentType type, LocalDate date) {
        var year = Letterheads.yearOf(date);
        var last = locked(issuer, type, year);
        if (number > last.number()) {
            var latest = last.date() == null || date.isAfter(last.date()) ? date : last.date();
            set(issuer, type, year, new Last(number, latest));
        }
    }

    /** The number that the next document would get now. */
    @Transactional(readOnly = true)
    int expected(String issuer, DocumentType type, int year) {
        return jdbc.sql("select last_number from document_number where issuer = ? and type = ? and number_year = ?")
                        .params(List.of(issuer, type.name(), year))
                        .query(Integer.class)
                        .optional()
                        .orElse(0)
                + 1;
    }

    private Last locked(String issuer, DocumentType type, int year) {
        return find(issuer, type.name(), year).orElseGet(() -> {
            // Whoever begins the sequence at the same time waits here, then finds it begun.
            find(NOBODY, NOBODY, 0);
            return find(issuer, type.name(), year).orElseGet(() -> begin(issuer, type, year));
        });
    }

    private Optional<Last> find(String issuer, String type, int year) {
        return jdbc.sql("select last_number, last_date from document_number"
                        + " where issuer = ? and type = ? and number_year = ? for update")
                .params(List.of(issuer, type, year))
                .query((row, at) -> new Last(row.getInt(1), row.getObject(2, LocalDate.class)))
                .optional();
    }

    private Last begin(String issuer, DocumentType type, int year) {
        jdbc.sql("insert into document_number (issuer, type, number_year, last_number) values (?, ?, ?, 0)")
                .params(List.of(issuer, type.name(), year))
                .update();
        return new Last(0, null);
    }

    private void set(String issuer, DocumentType type, int year, Last last) {
        jdbc.sql("update document_number set last_number = :number, last_date = :date"
                        + " where issuer = :issuer and type = :type and number_year = :year")
                .param("number", last.number())
                .param("date", last.date())
                .param("issuer", issuer)
                .param("type", type.name())
                .param("year", year)
                .update();
    }
}
