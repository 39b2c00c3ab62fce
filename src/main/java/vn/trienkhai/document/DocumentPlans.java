package vn.trienkhai.document;

import java.util.List;
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

    /** "Kế hoạch" and the id for a plan that is not known any more. */
    String nameOf(String planId) {
        return naming.stream()
                .flatMap(known -> known.nameOf(planId).stream())
                .findFirst()
                .orElse("Kế hoạch " + planId);
    }
}
