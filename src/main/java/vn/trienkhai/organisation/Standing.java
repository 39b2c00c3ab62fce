package vn.trienkhai.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.Substitutes;

/** Answers what tasks and forms ask about who stands in for whom. */
@Component
class Standing implements Substitutes {

    private final Absences absences;
    private final Organisation organisation;

    Standing(Absences absences, Organisation organisation) {
        this.absences = absences;
        this.organisation = organisation;
    }

    @Override
    public Set<String> substitutesOf(String userId) {
        return organisation.substituteOf(userId).stream().map(Person::userId).collect(Collectors.toSet());
    }

    @Override
    public List<String> standsInFor(String userId) {
        return absences.running().stream()
                .filter(absence -> absence.substitute().equals(userId))
                .map(absence -> "%s (%s)".formatted(organisation.nameOf(absence.person()), absence.until()))
                .toList();
    }

    @Override
    public List<String> stoodInFor(String userId, Instant at) {
        return organisation.namesOfAbsent(userId, at);
    }
}
