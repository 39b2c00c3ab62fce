package vn.trienkhai.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hears from Hibernate what is written of {@link Audited} entities: which columns changed, before and after. */
@Component
class AuditedEntities
        implements HibernatePropertiesCustomizer,
                PostInsertEventListener,
                PostUpdateEventListener,
                PostDeleteEventListener {

    static final String ADDED = "RECORD_ADDED";
    static final String CHANGED = "RECORD_CHANGED";
    static final String REMOVED = "RECORD_REMOVED";

    private static final String INTEGRATORS = "hibernate.integrator_provider";

    /** Who acted, as the lines of the modules' own histories name it. */
    private static final String ACTOR = "actor";

    /** Counts changes; says nothing. */
    private static final String VERSION = "version";

    private static final long serialVersionUID = 1L;

    private final transient SingletonSupplier<Audit> audit;

    AuditedEntities(ObjectProvider<Audit> audit) {
        this.audit = SingletonSupplier.of(audit::getObject);
    }

    @Override
    public void customize(Map<String, Object> hibernate) {
        hibernate.put(INTEGRATORS, (IntegratorProvider) () -> List.of(new Listening()));
    }

    private final class Listening implements Integrator {

        @Override
        public void integrate(Metadata metadata, BootstrapContext boot, SessionFactoryImplementor sessions) {
            var listeners = sessions.getServiceRegistry().requireService(EventListenerRegistry.class);
            listeners.appendListeners(EventType.POST_INSERT, AuditedEntities.this);
            listeners.appendListeners(EventType.POST_UPDATE, AuditedEntities.this);
            listeners.appendListeners(EventType.POST_DELETE, AuditedEntities.this);
        }

        @Override
        public void disintegrate(SessionFactoryImplementor sessions, SessionFactoryServiceRegistry services) {
            // the listeners go with the factory
        }
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (isAudited(event.getEntity())) {
            var names = event.getPersister().getPropertyNames();
            var after = new HashMap<String, Object>();
            for (int i = 0; i < names.length; i++) {
                put(after, event.getPersister(), i, event.getState()[i]);
            }
            after.values().removeIf(Objects::isNull);
            record(ADDED, event.getEntity(), event.getId(), Map.of(), after);
        }
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (!isAudited(event.getEntity())) {
            return;
        }
        var before = new HashMap<String, Object>();
        var after = new HashMap<String, Object>();
        var changed = event.getDirtyProperties();
        var properties =
                changed == null ? IntStream.range(0, event.getState().length).toArray() : changed;
        Arrays.stream(properties).forEach(i -> {
            put(before, event.getPersister(), i, event.getOldState() == null ? null : event.getOldState()[i]);
            put(after, event.getPersister(), i, event.getState()[i]);
        });
        if (!after.isEmpty()) {
            record(CHANGED, event.getEntity(), event.getId(), before, after);
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        if (isAudited(event.getEntity())) {
            var before = new HashMap<String, Object>();
            for (int i = 0; i < event.getDeletedState().length; i++) {
                put(before, event.getPersister(), i, event.getDeletedState()[i]);
            }
            before.values().removeIf(Objects::isNull);
            record(REMOVED, event.getEntity(), event.getId(), before, Map.of());
        }
    }

    /** The rows of a collection are rows of their own; what they mean stands in the module's history. */
    private static void put(Map<String, Object> values, EntityPersister entity, int property, Object value) {
        var name = entity.getPropertyNames()[property];
        if (!entity.getPropertyTypes()[property].isCollectionType() && !name.equals(VERSION)) {
            values.put(name, value);
        }
    }

    private void record(String act, Object entity, Object id, Map<String, Object> before, Map<String, Object> after) {
        var actor = before.isEmpty() && after.get(ACTOR) instanceof String named ? named : null;
        audit.obtain()
                .record(new AuditAct(actor, act, entity.getClass().getSimpleName(), String.valueOf(id), before, after));
    }

    private static boolean isAudited(Object entity) {
        return entity.getClass().isAnnotationPresent(Audited.class);
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister entity) {
        return false;
    }
}
