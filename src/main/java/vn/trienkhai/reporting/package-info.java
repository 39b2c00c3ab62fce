/** Reports upon request: asked in writing, collected from the units, counted from evidence, consolidated, approved. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Báo cáo",
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
package vn.trienkhai.reporting;
