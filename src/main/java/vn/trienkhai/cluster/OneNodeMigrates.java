package vn.trienkhai.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Nodes that start at the same moment migrate one after the other. Liquibase locks a row in a table of its own, but two nodes
 * fail each other while they create that table in an empty database; so on PostgreSQL an advisory lock is taken before.
 */
@Component
class OneNodeMigrates implements BeanPostProcessor {

    /** Any number that nothing else in this database locks. */
    private static final String LOCK = "7240110";

    private Connection turn;

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase) {
            try {
                turn = liquibase.getDataSource().getConnection();
                say(turn, "select pg_advisory_lock(%s)");
            } catch (SQLException failure) {
                throw new BeanCreationException(name, "The database is not there", failure);
            }
        }
        return bean;
    }

    /** If migrating fails the node ends, and its connection and lock with it. */
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase) {
            try (var connection = turn) {
                say(connection, "select pg_advisory_unlock(%s)");
            } catch (SQLException failure) {
                throw new BeanCreationException(name, "The database is gone", failure);
            }
        }
        return bean;
    }

    private static void say(Connection connection, String sentence) throws SQLException {
        if ("PostgreSQL".equals(connection.getMetaData().getDatabaseProductName())) {
            try (var statement = connection.createStatement()) {
                statement.execute(sentence.formatted(LOCK));
            }
        }
    }
}
