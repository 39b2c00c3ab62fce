package vn.trienkhai.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.junit.jupiter.api.Test;

class OperationWordsTests {

    @Test
    void everyOperationThatTheEngineLogsHasAVietnameseName() {
        assertThat(OperationWords.OPERATIONS).containsKeys(constants(UserOperationLogEntry.class, "OPERATION_TYPE_"));
    }

    @Test
    void everyThingThatTheEngineLogsHasAVietnameseName() {
        assertThat(OperationWords.THINGS).containsKeys(constants(EntityTypes.class, ""));
    }

    private static String[] constants(Class<?> declaring, String prefix) {
        List<String> values = Arrays.stream(declaring.getFields())
                .filter(field -> field.getName().startsWith(prefix) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                    }
                })
                .toList();
        assertThat(values).isNotEmpty();
        return values.toArray(String[]::new);
    }
}
