package vn.trienkhai.form;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/**
 * Remembers, for the length of one web request, the refusal with which a command of the engine ended: the engine passes
 * on its message only, wrapped into English words.
 */
@Component
class Refusals extends AbstractCamundaConfiguration {

    private final ThreadLocal<FormRefused[]> ofThisRequest = new ThreadLocal<>();

    @Override
    public void preInit(SpringProcessEngineConfiguration configuration) {
        var interceptors = configuration.getCustomPreCommandInterceptorsTxRequired();
        var all = new ArrayList<>(interceptors == null ? List.<CommandInterceptor>of() : interceptors);
        all.add(new Remembering());
        configuration.setCustomPreCommandInterceptorsTxRequired(all);
    }

    void begin() {
        ofThisRequest.set(new FormRefused[1]);
    }

    void end() {
        ofThisRequest.remove();
    }

    /** @return the refusal of this request, or null */
    FormRefused last() {
        var slot = ofThisRequest.get();
        return slot == null ? null : slot[0];
    }

    private void remember(Throwable failure) {
        var slot = ofThisRequest.get();
        for (var cause = failure; slot != null && cause != null; cause = cause.getCause()) {
            if (cause instanceof FormRefused refused) {
                slot[0] = refused;
                return;
            }
        }
    }

    private class Remembering extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException failure) {
                remember(failure);
                throw failure;
            }
        }
    }
}
