/** Messages to people: mail at once or as a digest, readable in the program, each with a visible delivery state. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Thông báo",
        allowedDependencies = {"consistency", "calendar", "form", "organisation"})
package vn.trienkhai.notification;
