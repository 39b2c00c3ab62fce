package vn.trienkhai.monitoring;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import vn.trienkhai.calendar.CalendarRefused;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.Refusal;

/** What this module's endpoints answer to who may not, and to what does not exist. */
@RestControllerAdvice(basePackageClasses = MonitoringRefusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class MonitoringRefusals {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    Refusal notSeen(NotSeen notSeen) {
        return Refusal.of(notSeen.getMessage());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Refusal notKnown(NotKnown notKnown) {
        return Refusal.of(notKnown.getMessage());
    }

    /** A day that is none. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    Refusal noSuchDay(CalendarRefused refused) {
        return Refusal.of(refused.getMessage());
    }

    /** A choice that is none of those offered, or a number that is none. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    Refusal noSuchChoice(BindException wrong) {
        var field = wrong.getFieldError();
        return noSuchValue(field.getField(), field.getRejectedValue());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    Refusal noSuchNumber(MethodArgumentTypeMismatchException wrong) {
        return noSuchValue(wrong.getName(), wrong.getValue());
    }

    private static Refusal noSuchValue(String field, Object value) {
        return Refusal.of(FormRefused.at(field, "Không hiểu giá trị “%s” của “%s”.".formatted(value, field)));
    }
}
