package vn.trienkhai;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.trienkhai.calendar.VietnamTime;

/** Carries out administrative plans of people's committees on Camunda 7. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class TrienKhai {

    static {
        // The engine stores times without a zone and reads them in the zone of the machine: it must be ours everywhere.
        TimeZone.setDefault(TimeZone.getTimeZone(VietnamTime.ZONE));
    }

    public static void main(String[] args) {
        SpringApplication.run(TrienKhai.class, args);
    }
}
