package vn.trienkhai.plan;

import java.util.Optional;
import vn.trienkhai.organisation.OrganisationChart;

/** The files of a plan, read and found in order. */
record PlanReading(PlanDefinition plan, Optional<OrganisationChart> chart, String definition, String source) {

    /** @param stored the units that exist already @throws PlanInvalid with all problems of all files */
    static PlanReading of(PlanFiles files, KnownUnits stored) {
        var problems = new PlanProblems();
        var chart = files.organisation()
                .flatMap(content -> PlanText.read(files.name(PlanFiles.ORGANISATION), Optional.of(content), problems))
                .flatMap(text -> YamlFile.parse(files.name(PlanFiles.ORGANISATION), text, problems))
                .map(root -> new OrganisationReader(stored).read(root));
        // The units of a file that cannot be read are not known: no need to complain of each of them.
        var units = files.organisation().isPresent() ? chart.map(stored::with) : Optional.of(stored);
        var source = PlanText.read(files.name(PlanFiles.SOURCE), files.source(), problems);
        var definition = PlanText.read(files.name(PlanFiles.PLAN), files.plan(), problems);
        var plan = definition
                .flatMap(text -> YamlFile.parse(files.name(PlanFiles.PLAN), text, problems))
                .filter(root -> source.isPresent())
                .map(root -> new PlanReader(new SourceText(source.get()), units).read(root));
        problems.requireNone();
        return new PlanReading(plan.orElseThrow(), chart, definition.orElseThrow(), source.orElseThrow());
    }

    /** Reads a stored plan, which was checked when it was loaded. */
    static PlanDefinition again(String planId, String definition, String source) {
        var problems = new PlanProblems();
        var plan = YamlFile.parse(planId, definition, problems)
                .map(root -> new PlanReader(new SourceText(source), Optional.empty()).read(root));
        problems.requireNone();
        return plan.orElseThrow();
    }
}
