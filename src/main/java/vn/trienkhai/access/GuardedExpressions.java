package vn.trienkhai.access;

import java.beans.FeatureDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Expressions are evaluated for models, never for queries. The engine has a switch for queries that people send, but overlooks
 * those within an "or" (CVE-2026-109432: whoever is signed in runs any code; mended in the paid edition only). A query is
 * evaluated without a process behind it: that is refused here, whichever way it came.
 *
 * <p>And no expression reaches from a value to its class, from where everything else could be reached.
 */
@Component
class GuardedExpressions extends AbstractProcessEnginePlugin {

    private final ApplicationContext beans;

    GuardedExpressions(ApplicationContext beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new ForModelsOnly(beans));
    }

    private static final class ForModelsOnly extends SpringExpressionManager {

        ForModelsOnly(ApplicationContext beans) {
            super(beans);
        }

        @Override
        public ELContext getElContext(VariableScope scope) {
            if (scope == null) {
                throw new BadUserRequestException("Expressions are not evaluated in queries.");
            }
            return super.getElContext(scope);
        }

        @Override
        protected ELResolver createElResolver() {
            var all = new CompositeELResolver();
            all.add(new NoWayToClasses());
            all.add(super.createElResolver());
            return all;
        }
    }

    /** Says nothing to anything else, so that the next resolver answers. */
    private static final class NoWayToClasses extends ELResolver {

        @Override
        public Object getValue(ELContext context, Object base, Object property) {
            refuse(base, property);
            return null;
        }

        @Override
        public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] values) {
            refuse(base, method);
            return null;
        }

        @Override
        public Class<?> getType(ELContext context, Object base, Object property) {
            refuse(base, property);
            return null;
        }

        @Override
        public void setValue(ELContext context, Object base, Object property, Object value) {
            refuse(base, property);
        }

        @Override
        public boolean isReadOnly(ELContext context, Object base, Object property) {
            refuse(base, property);
            return true;
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, Object base) {
            return null;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
            return Collections.emptyIterator();
        }

        private static void refuse(Object base, Object member) {
            var name = String.valueOf(member);
            if (base instanceof AnnotatedElement
                    || base instanceof ClassLoader
                    || base instanceof Runtime
                    || base instanceof Thread
                    || base != null && (name.equals("class") || name.equals("getClass"))) {
                throw new BadUserRequestException("Expressions do not reach classes.");
            }
        }
    }
}
