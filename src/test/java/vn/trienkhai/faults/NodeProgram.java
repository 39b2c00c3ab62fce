package vn.trienkhai.faults;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import vn.trienkhai.Campaign;
import vn.trienkhai.TrienKhai;
import vn.trienkhai.assignment.Assignments;
import vn.trienkhai.assignment.Origin;
import vn.trienkhai.calendar.VietnamTime;
import vn.trienkhai.calendar.WorkingCalendar;

/** The program as it is, as one node, with two things more: campaigns are opened one by one, and its clock can be set wrong. */
class NodeProgram {

    public static void main(String[] arguments) {
        var program = new SpringApplication(TrienKhai.class);
        program.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("noTestBeans", new NoTestBeans());
            var beans = (GenericApplicationContext) context;
            beans.registerBean("wrongClock", WrongClock.class, definition -> definition.setPrimary(true));
            beans.registerBean(
                    "testDoor",
                    RouterFunction.class,
                    () -> testDoor(
                            beans.getBean(ProcessEngine.class),
                            beans.getBean(Assignments.class),
                            beans.getBean(WorkingCalendar.class),
                            beans.getBean(WrongClock.class)));
        });
        program.run(arguments);
    }

    static class WrongClock extends Clock {

        private volatile Duration wrongBy = Duration.ZERO;

        void setWrongBy(Duration amount) {
            wrongBy = amount;
            ClockUtil.offset(amount.toMillis());
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(wrongBy);
        }

        @Override
        public ZoneId getZone() {
            return VietnamTime.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Routes and no controller, which every other test would find too. */
    private static RouterFunction<ServerResponse> testDoor(
            ProcessEngine engine, Assignments assignments, WorkingCalendar calendar, WrongClock clock) {
        return RouterFunctions.route()
                .POST("/api/test/campaigns", request -> ServerResponse.ok()
                        .body(open(
                                engine,
                                assignments,
                                clock,
                                request.param("number").orElseThrow())))
                .POST("/api/test/clock", request -> {
                    clock.setWrongBy(Duration.parse(request.param("by").orElseThrow()));
                    return ServerResponse.ok().build();
                })
                .POST("/api/test/clock/to-work", request -> {
                    var later = clock.instant()
                            .plus(Duration.parse(request.param("after").orElseThrow()));
                    clock.setWrongBy(Duration.between(
                            clock.instant(), calendar.workingMomentFrom(later).plus(Duration.ofMinutes(1))));
                    return ServerResponse.ok().build();
                })
                .build();
    }

    /** Asked again because the answer was lost, it answers with what it opened then. */
    private static String open(ProcessEngine engine, Assignments assignments, Clock clock, String number) {
        engine.getIdentityService().clearAuthentication(); // as a process opens it, with nobody's rights
        var origin = new Origin("programme", number);
        return assignments.openedBy(origin).stream()
                .map(known -> known.id().toString())
                .findAny()
                .orElseGet(() -> assignments
                        .open(
                                Campaign.order(
                                        origin,
                                        "KT-2a – " + number,
                                        LocalDate.now(clock).plusDays(40)),
                                "phong-vhtt.officer")
                        .toString());
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
