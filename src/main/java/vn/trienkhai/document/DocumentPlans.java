package vn.trienkhai.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.trienkhai.form.FormView.Choice;

/** Plans as people know them, for the register and for dossiers. */
@Component
class DocumentPlans {

    private final ObjectProvider<PlanNaming> naming;
    private final DocumentSearch search;

    DocumentPlans(ObjectProvider<PlanNaming> naming, DocumentSearch search) {
        this.naming = naming;
        this.search = search;
    }

    /** Those that there are documents of. */
    List<Choice> withDocuments() {
        return search.plans().stream()
                .map(plan -> new Choice(plan, nameOf(plan)))
                .toList();
    }

    /**
     * Under what a document of a clause or a duty may stand, in small letters: whoever looks for a clause also wants what was
     * made about its duties.
     *
     * @param planId null for all plans
     */
    Set<String> under(String planId, String clause) {
        var wanted = Stream.concat(
                Stream.of(clause),
                (planId == null ? search.plans() : List.of(planId)).stream().flatMap(plan -> naming.stream()
                        .flatMap(known -> known.dutiesUnder(plan, clause).stream())));
        return wanted.map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** "Kế hoạch" and the id for a plan that is not known any more. */
    String nameOf(String planId) {
        return naming.stream()
                .flatMap(known -> known.nameOf(planId).stream())
                .findFirst()
                .orElse("Kế hoạch " + planId);
    }
}
