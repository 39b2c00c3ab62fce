package vn.trienkhai;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.trienkhai.upkeep.MoveToPostgres;

/** Carries out administrative plans of people's committees on Camunda 7. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class TrienKhai {

    public static void main(String[] args) {
        if (MoveToPostgres.isAskedFor(args)) {
            System.exit(MoveToPostgres.run(args));
        }
        SpringApplication.run(TrienKhai.class, args);
    }
}
