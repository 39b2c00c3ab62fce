package vn.trienkhai;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import vn.trienkhai.calendar.VietnamTime;

/** One time for the program and the engine, moved by tests. */
public class MovableClock extends Clock {

    private Instant now = Instant.parse("2021-07-01T01:00:00Z"); // Thursday 01/07/2021, 08:00 in Phú Quốc

    /** Moves to 08:00 of a day. */
    public void moveTo(LocalDate day) {
        moveTo(day.atTime(8, 0).atZone(VietnamTime.ZONE));
    }

    public void moveTo(ZonedDateTime moment) {
        now = moment.toInstant();
        ClockUtil.setCurrentTime(Date.from(now));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return VietnamTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
