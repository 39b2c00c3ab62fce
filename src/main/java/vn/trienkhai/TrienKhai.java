package vn.trienkhai;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.scheduling.annotation.EnableScheduling;
import vn.trienkhai.audit.VerifyAudit;
import vn.trienkhai.consistency.CheckConsistency;
import vn.trienkhai.upkeep.MoveToPostgres;

/** Carries out administrative plans of people's committees on Camunda 7. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@EnableJpaRepositories(repositoryBaseClass = NewRows.class)
public class TrienKhai {

    public static void main(String[] args) {
        if (CheckConsistency.isAskedFor(args)) {
            System.exit(CheckConsistency.run(args));
        }
        if (args.length > 0 && args[0].equals(VerifyAudit.COMMAND)) {
            System.exit(VerifyAudit.run(Arrays.copyOfRange(args, 1, args.length)));
        }
        if (MoveToPostgres.isAskedFor(args)) {
            System.exit(MoveToPostgres.run(args));
        }
        SpringApplication.run(TrienKhai.class, args);
    }
}
