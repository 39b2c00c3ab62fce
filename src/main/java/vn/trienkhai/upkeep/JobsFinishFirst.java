package vn.trienkhai.upkeep;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Lets jobs of the engine that have begun come to their end when the node stops. A job that is cut off would be rolled back and
 * stay locked for five minutes before another node takes it up.
 */
@Component
class JobsFinishFirst implements BeanPostProcessor {

    private final Environment environment;

    JobsFinishFirst(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof ThreadPoolTaskExecutor executor && name.equals("camundaTaskExecutor")) {
            executor.setWaitForTasksToCompleteOnShutdown(true);
            executor.setAwaitTerminationMillis(DurationStyle.detectAndParse(
                            environment.getProperty("spring.lifecycle.timeout-per-shutdown-phase", "30s"))
                    .toMillis());
        }
        return bean;
    }
}
