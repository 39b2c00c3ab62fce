/** The plan as data: what was issued, clause by clause, how it is loaded and adopted, and its programmes of work. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Kế hoạch",
        allowedDependencies = {"audit", "consistency", "cluster", "document", "organisation", "calendar", "form"})
package vn.trienkhai.plan;
