package vn.trienkhai.calendar;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Sets the zone of the whole machine before anything opens a database: the engine stores times without a zone, and reads
 * them in the zone of the machine that it runs on.
 */
public class VietnamTimeEverywhere implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        TimeZone.setDefault(TimeZone.getTimeZone(VietnamTime.ZONE));
    }
}
