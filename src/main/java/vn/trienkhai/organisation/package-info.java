/** Units, their posts and the people who hold them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Tổ chức",
        allowedDependencies = {"audit", "calendar", "form"})
package vn.trienkhai.organisation;
