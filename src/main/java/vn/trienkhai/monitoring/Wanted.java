package vn.trienkhai.monitoring;

import io.swagger.v3.oas.annotations.Parameter;

/**
 * What a page asks for: its filters, as they stand in its address. What is left out or empty is chosen by the program.
 */
record Wanted(
        @Parameter(description = "Id of the plan; the plan in force where left out") String plan,
        @Parameter(
                        description = "First day of the period, inclusive; the current quarter where both are left out",
                        example = "2021-07-01")
                String from,
        @Parameter(description = "Last day of the period, inclusive", example = "2021-09-30") String to,
        @Parameter(description = "Id of one unit; all that the person sees where left out") String unit,
        @Parameter(description = "Code of a topic, or - for what names none; limits evidence, contents and runs")
                String topic,
        @Parameter(description = "Code of a channel, or - for what names none; limits evidence and runs")
                String channel,
        @Parameter(
                        description = "A past day: everything is told as it stood at the end of that day in Vietnam",
                        example = "2021-08-31")
                String asOf) {

    Wanted {
        plan = given(plan);
        from = given(from);
        to = given(to);
        unit = given(unit);
        topic = given(topic);
        channel = given(channel);
        asOf = given(asOf);
    }

    /** Null for what was left empty. */
    static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
