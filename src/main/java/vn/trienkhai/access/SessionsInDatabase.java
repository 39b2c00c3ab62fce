package vn.trienkhai.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/** Sessions are in the database, so that any node serves anybody and a node can go without a new sign-in. */
@Configuration(proxyBeanMethods = false)
class SessionsInDatabase implements BeanClassLoaderAware {

    private static final Logger LOG = LoggerFactory.getLogger(SessionsInDatabase.class);

    private static final String ONE_ATTRIBUTE_ONCE_ON_H2 =
            """
            merge into %TABLE_NAME%_ATTRIBUTES (session_primary_id, attribute_name, attribute_bytes)
            key (session_primary_id, attribute_name) values (?, ?, ?)
            """;

    /**
     * What is found in sessions, and nothing else: whoever can write to the database shall not choose classes of ours or of a
     * library that do something when they are read.
     */
    private static final ObjectInputFilter FOUND_IN_SESSIONS = ObjectInputFilter.Config.createFilter(
            "maxdepth=50;java.base/*;org.springframework.security.**;org.camunda.bpm.webapp.**;net.minidev.json.**;!*");

    private ClassLoader classLoader;

    @Override
    public void setBeanClassLoader(ClassLoader beanClassLoader) {
        classLoader = beanClassLoader;
    }

    /** A page asks many things at once in a session that has just begun: who comes second overwrites instead of failing. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> oneAttributeOnce(DataSource database)
            throws MetaDataAccessException {
        return productOf(database) == DatabaseDriver.POSTGRESQL
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(ONE_ATTRIBUTE_ONCE_ON_H2);
    }

    /** What this program cannot or may not read, as of another version, counts as not there: its person signs in anew. */
    @Bean
    ConversionService springSessionConversionService() {
        var reading = new DeserializingConverter(this::read);
        var conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, new Converter<byte[], Object>() {
            @Override
            public Object convert(byte[] bytes) {
                try {
                    return reading.convert(bytes);
                } catch (SerializationFailedException unreadable) {
                    LOG.info("Part of a session is passed over: {}", unreadable.getMessage());
                    return null;
                }
            }
        });
        return conversions;
    }

    private Object read(InputStream bytes) throws IOException {
        var stream = new ConfigurableObjectInputStream(bytes, classLoader);
        stream.setObjectInputFilter(FOUND_IN_SESSIONS);
        try {
            return stream.readObject();
        } catch (ClassNotFoundException unknown) {
            throw new IOException("A class that this version does not know", unknown);
        }
    }

    private static DatabaseDriver productOf(DataSource database) throws MetaDataAccessException {
        return JdbcUtils.extractDatabaseMetaData(
                database, metaData -> DatabaseDriver.fromProductName(metaData.getDatabaseProductName()));
    }
}
