package vn.trienkhai.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AssignmentRepository extends Repository<Assignment, UUID> {

    Assignment save(Assignment assignment);

    /** Writes what changed, so that {@link AssignmentStates} reads it. */
    void flush();

    Optional<Assignment> findById(UUID id);

    List<Assignment> findAllByIdIn(Collection<UUID> ids);

    /** Of origins of any kind. */
    List<Assignment> findAllByOriginIdOrderBySubject(String id);

    List<Assignment> findAllByOriginKindAndOriginIdOrderBySubject(String kind, String id);

    List<Assignment> findAllByUnitAndPlanIdOrderByOpenedAt(String unit, String planId);

    List<Assignment> findAllByPlanIdOrderByOpenedAt(String planId);

    List<Assignment> findAllByUnitAndProgressNotInOrderBySubject(String unit, Collection<Progress> closed);

    List<Assignment> findAllByAssignerAndProgressNotInOrderBySubject(String assigner, Collection<Progress> closed);

    List<Assignment> findAllByProgressNotInOrderBySubject(Collection<Progress> closed);

    /** Of these units, and what this person does in any unit; the officer is empty for nobody. */
    @Query("select a from Assignment a where a.due is not null and a.progress in :states"
            + " and (a.unit in :units or :officer member of a.officers) order by a.due, a.subject, a.id")
    List<Assignment> findAllWithDeadline(Collection<Progress> states, Collection<String> units, String officer);

    @Query("select a from Assignment a where :officer member of a.officers and a.progress not in :closed"
            + " order by a.subject, a.id")
    List<Assignment> findAllOfOfficer(String officer, Collection<Progress> closed);

    long countByPlanIdAndProgressNotIn(String planId, Collection<Progress> closed);
}
