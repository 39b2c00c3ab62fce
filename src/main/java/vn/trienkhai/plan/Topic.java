package vn.trienkhai.plan;

import java.util.List;

/** What the public is to be told. @param open the plan's list ends in "…": other matters of the same kind belong to it */
public record Topic(String code, String name, String clause, String quote, boolean open, List<SubTopic> subTopics) {

    public Topic {
        subTopics = List.copyOf(subTopics);
    }
}
