package vn.trienkhai.organisation;

import java.util.List;

/** Units, posts or people were established or changed; published in the same transaction. @param units ids of the units */
public record OrganisationEstablished(List<String> units) {

    public OrganisationEstablished {
        units = List.copyOf(units);
    }
}
