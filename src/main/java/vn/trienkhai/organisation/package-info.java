/** Units, their posts and the people who hold them. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Organisation",
        allowedDependencies = {})
package vn.trienkhai.organisation;
