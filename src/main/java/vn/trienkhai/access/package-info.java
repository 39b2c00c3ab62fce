/** Who may do what: accounts and groups from the organisation, authorisations, task lists, the webapps' headers. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Truy cập",
        allowedDependencies = {"audit", "cluster", "organisation", "plan", "calendar", "form"})
package vn.trienkhai.access;
