package vn.trienkhai.organisation;

/** Somebody began or ceased to stand in for somebody; published in the same transaction. @param absent user id */
public record SubstitutionsChanged(String absent) {}
