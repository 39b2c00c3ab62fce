package vn.trienkhai.form;

import java.util.Map;

/**
 * A form that somebody just opened.
 *
 * @param element id of the user task or, for a start form, of the start event
 * @param businessKey null for a start form
 * @param variables of the process instance as the task sees them; empty for a start form
 */
public record FormOpened(String element, String userId, String businessKey, Map<String, Object> variables) {

    public FormOpened {
        variables = Map.copyOf(variables);
    }

    public String variable(String name) {
        var value = variables.get(name);
        return value == null ? null : value.toString();
    }
}
