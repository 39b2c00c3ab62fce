/** Who owes what to whom by when, with its history and its evidence. The only owner of deadlines. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Giao việc",
        allowedDependencies = {
            "audit",
            "consistency",
            "plan",
            "organisation",
            "calendar",
            "notification",
            "attachment",
            "form",
            "document"
        })
package vn.trienkhai.assignment;
