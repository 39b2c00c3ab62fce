/** Files that people upload: checked by content, kept with their SHA-256, provisional until a completed task claims them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Tệp đính kèm",
        allowedDependencies = {"consistency", "form"})
package vn.trienkhai.attachment;
