package vn.trienkhai.monitoring;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.trienkhai.calendar.CalendarRefused;
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
}
