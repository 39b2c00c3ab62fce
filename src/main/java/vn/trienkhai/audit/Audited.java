package vn.trienkhai.audit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Every insert, change and removal of a row of this entity is recorded in the audit, with the columns that changed before and
 * after, in the same transaction. Hibernate reports it, so that no way of changing an entity can forget it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {}
