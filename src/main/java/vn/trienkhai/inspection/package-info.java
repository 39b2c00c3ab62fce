/** Inspecting how units carry out a plan: programme, visit, minutes, recommendations and their follow-up. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Kiểm tra",
        allowedDependencies = {
            "audit",
            "consistency",
            "assignment",
            "plan",
            "organisation",
            "calendar",
            "attachment",
            "form",
            "document"
        })
package vn.trienkhai.inspection;
