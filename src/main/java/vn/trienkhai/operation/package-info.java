/**
 * What managers look up and set right while the work runs: history, search, operation log, heat, bulk hand-over. Its subject
 * is the engine's own records, so its classes name the engine.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Vận hành",
        allowedDependencies = {
            "access",
            "audit",
            "consistency",
            "assignment",
            "plan",
            "organisation",
            "notification",
            "calendar",
            "document",
            "form"
        })
package vn.trienkhai.operation;
