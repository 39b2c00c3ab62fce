package vn.trienkhai.calendar;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CalendarConfiguration {

    @Bean
    Clock clock() {
        return Clock.system(VietnamTime.ZONE);
    }

    @Bean
    WorkingHours workingHours(CalendarSettings settings) {
        return new WorkingHours(settings);
    }
}
