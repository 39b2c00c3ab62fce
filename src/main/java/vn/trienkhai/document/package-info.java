/** Official documents (Nghị định 30/2020/NĐ-CP): made as Word files from templates, checked, signed, numbered, kept. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Văn bản",
        allowedDependencies = {"audit", "consistency", "organisation", "calendar", "form", "attachment", "notification"
        })
package vn.trienkhai.document;
