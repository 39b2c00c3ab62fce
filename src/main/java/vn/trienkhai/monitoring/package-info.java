/**
 * What managers see of a plan: figures of what the other modules recorded, read from their tables and never changed here.
 * Nobody depends on it.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Giám sát",
        allowedDependencies = {
            "assignment",
            "content",
            "inspection",
            "plan",
            "organisation",
            "calendar",
            "form",
            "document"
        })
package vn.trienkhai.monitoring;
