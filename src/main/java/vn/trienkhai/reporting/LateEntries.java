package vn.trienkhai.reporting;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.assignment.AssignmentFacts;
import vn.trienkhai.assignment.AssignmentFacts.EvidenceShown;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.plan.Plans;

/** Entries that a report counts although they were recorded after its figures closed: whoever consolidates or signs sees them. */
@Component
class LateEntries {

    private final ReportCounts counts;
    private final AssignmentFacts facts;
    private final Organisation organisation;
    private final Plans plans;

    LateEntries(ReportCounts counts, AssignmentFacts facts, Organisation organisation, Plans plans) {
        this.counts = counts;
        this.facts = facts;
        this.organisation = organisation;
        this.plans = plans;
    }

    record LateEntry(String unit, EvidenceShown entry) {}

    /** @param asOf the moment as of which the figures are counted */
    @Transactional(readOnly = true)
    List<LateEntry> of(ReportRequest request, Instant asOf) {
        var plan = plans.definition(request.planId());
        return counts.evidenceOf(request, plan.leadAgency(), asOf).stream()
                .filter(entry -> entry.isLateFor(request.to()))
                .map(entry ->
                        new LateEntry(organisation.unit(entry.unit()).name(), facts.shown(plan, entry, request.to())))
                .toList();
    }
}
