package vn.trienkhai;

import jakarta.persistence.EntityManager;
import org.springframework.data.jpa.repository.support.JpaEntityInformation;
import org.springframework.data.jpa.repository.support.SimpleJpaRepository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What every repository of the program is made of: {@code save} takes what is new, and writes it without asking the database
 * whether it is there already. Rows that were read are written by themselves when they change; detached ones do not occur.
 */
class NewRows<T, I> extends SimpleJpaRepository<T, I> {

    private final EntityManager entities;

    NewRows(JpaEntityInformation<T, ?> entity, EntityManager entities) {
        super(entity, entities);
        this.entities = entities;
    }

    @Override
    @Transactional
    public <S extends T> S save(S row) {
        if (!entities.contains(row)) {
            entities.persist(row);
        }
        return row;
    }
}
