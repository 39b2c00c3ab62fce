package vn.trienkhai;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.SqlSourceBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.scripting.xmltags.DynamicContext;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.IfSqlNode;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * The engine's statements, whose text and parameters are parsed when they are first met. MyBatis as the engine uses it looks up
 * every parameter of every statement by reflection at each call. The text itself is still composed anew each time, by
 * conditions that are asked faster ({@link SimpleConditions}).
 */
@Component
class StatementsParsedOnce extends AbstractProcessEnginePlugin {

    private static final String SOURCE = "sqlSource";
    private static final String COMPOSITION = "rootSqlNode";

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var statements = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getSqlSessionFactory()
                .getConfiguration();
        var conditions = new SimpleConditions();
        for (Object each : statements.getMappedStatements()) { // ambiguous short names stand among them
            if (each instanceof MappedStatement statement
                    && statement.getSqlSource() instanceof DynamicSqlSource shipped) {
                var composition = (SqlNode) SystemMetaObject.forObject(shipped).getValue(COMPOSITION);
                var atFirstUse = SingletonSupplier.of(() -> decidedSimply(composition, conditions));
                SystemMetaObject.forObject(statement).setValue(SOURCE, new ParsedOnce(statements, atFirstUse));
            }
        }
    }

    /** Wherever in the composition something is asked. */
    private static SqlNode decidedSimply(SqlNode node, SimpleConditions conditions) {
        var parts = SystemMetaObject.forObject(node);
        if (node instanceof IfSqlNode) {
            parts.setValue("evaluator", conditions);
        }
        for (var name : List.of("contents", "ifSqlNodes", "defaultSqlNode")) {
            var part = parts.hasGetter(name) ? parts.getValue(name) : null;
            if (part instanceof SqlNode one) {
                decidedSimply(one, conditions);
            } else if (part instanceof List<?> several) {
                several.forEach(each -> decidedSimply((SqlNode) each, conditions));
            }
        }
        return node;
    }

    /** What the text was parsed for: the class of the parameter, and of each value that the text itself gave a name. */
    private record Parsed(String text, Class<?> parameter, Map<String, Class<?>> named) {}

    /** {@link DynamicSqlSource} but for the memory. */
    private static final class ParsedOnce implements SqlSource {

        /** Lists of any length make texts of any number; more than these of one statement are not worth remembering. */
        private static final int MOST = 200;

        private final Configuration statements;
        private final SingletonSupplier<SqlNode> composition;
        private final Map<Parsed, SqlSource> known = new ConcurrentHashMap<>();

        private ParsedOnce(Configuration statements, SingletonSupplier<SqlNode> composition) {
            this.statements = statements;
            this.composition = composition;
        }

        @Override
        public BoundSql getBoundSql(Object parameter) {
            var composed = new DynamicContext(statements, parameter);
            composition.obtain().apply(composed);
            var named = composed.getBindings();
            var key = new Parsed(
                    composed.getSql(), parameter == null ? Object.class : parameter.getClass(), classesOf(named));
            var source = known.get(key);
            if (source == null) {
                source = new SqlSourceBuilder(statements).parse(key.text(), key.parameter(), named);
                if (known.size() < MOST) {
                    known.put(key, source);
                }
            }
            var bound = source.getBoundSql(parameter);
            named.forEach(bound::setAdditionalParameter);
            return bound;
        }

        private static Map<String, Class<?>> classesOf(Map<String, Object> named) {
            var classes = new HashMap<String, Class<?>>();
            named.forEach((name, value) -> {
                if (value != null) {
                    classes.put(name, value.getClass());
                }
            });
            return classes;
        }
    }
}
