/** Content that goes out to the public: drafted, checked, approved, disseminated over channels, corrected. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Nội dung",
        allowedDependencies = {
            "audit",
            "consistency",
            "assignment",
            "plan",
            "organisation",
            "calendar",
            "notification",
            "attachment",
            "form",
            "document"
        })
package vn.trienkhai.content;
