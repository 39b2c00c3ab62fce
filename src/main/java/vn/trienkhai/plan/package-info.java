/** The plan as data: what was issued, clause by clause, how it is loaded and whether it is in force. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Plan",
        allowedDependencies = {"organisation"})
package vn.trienkhai.plan;
