package vn.trienkhai.plan;

import java.util.Optional;

/** Answered by each module that stores work of a plan: a plan is not replaced under the hands of those who carry it out. */
public interface OpenPlanWork {

    /** What is still open, in words that a user understands, e.g. "còn 3 việc chưa hoàn thành"; empty if nothing is. */
    Optional<String> openWorkOf(String planId);
}
