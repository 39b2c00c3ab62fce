package vn.trienkhai.operation;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.trienkhai.calendar.CalendarRefused;
import vn.trienkhai.form.Refusal;

/** What this module's endpoints answer to who may not. */
@RestControllerAdvice(basePackageClasses = OperationRefusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class OperationRefusals {

    @ExceptionHandler
    @ResponseStatus(HttpStatus.FORBIDDEN)
    Refusal notAllowed(NotAllowed notAllowed) {
        return Refusal.of(notAllowed.getMessage());
    }

    @ExceptionHandler
    @ResponseStatus(HttpStatus.NOT_FOUND)
    Refusal notFound(NotFound notFound) {
        return Refusal.of(notFound.getMessage());
    }

    /** A day that is none. */
    @ExceptionHandler
    @ResponseStatus(HttpStatus.UNPROCESSABLE_ENTITY)
    Refusal noSuchDay(CalendarRefused refused) {
        return Refusal.of(refused.getMessage());
    }
}
