package vn.trienkhai.access;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.trienkhai.cluster.Turns;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Succession;
import vn.trienkhai.plan.Plan;
import vn.trienkhai.plan.PlanProposed;
import vn.trienkhai.plan.Plans;

/** Gives accounts, rights and task lists to a newly loaded organisation, and says at the start where to go and as whom. */
@Component
class AccessAtStartup {

    private static final Logger LOG = LoggerFactory.getLogger(AccessAtStartup.class);

    private final Accounts accounts;
    private final Grants grants;
    private final TaskLists taskLists;
    private final Plans plans;
    private final Organisation organisation;
    private final AccessSettings settings;
    private final Turns turns;

    private boolean established;

    AccessAtStartup(
            Accounts accounts,
            Grants grants,
            TaskLists taskLists,
            Plans plans,
            Organisation organisation,
            AccessSettings settings,
            Turns turns) {
        this.accounts = accounts;
        this.grants = grants;
        this.taskLists = taskLists;
        this.plans = plans;
        this.organisation = organisation;
        this.settings = settings;
        this.turns = turns;
    }

    /** Heard before the processes of the plan start, in the transaction that loads it. */
    @EventListener
    @Order(0)
    void planProposed(PlanProposed proposed) {
        accounts.establishAdministrator();
        establish();
    }

    /** Rights and lists follow the units, after their accounts. */
    @EventListener
    @Order(0)
    void unitsSucceeded(Succession succession) {
        establish();
    }

    /** A newer program may know rights and lists that the one before did not. */
    void establish() {
        grants.establish(
                plans.all().stream().map(Plan::id).map(plans::definition).toList());
        taskLists.establish(plans.all().stream()
                .map(Plan::id)
                .map(id -> plans.definition(id).issuer())
                .toList());
        established = true;
    }

    @EventListener
    void ready(ApplicationReadyEvent ready) {
        accounts.establishAdministrator();
        if (!established) {
            turns.take(this::establish);
        }
        var where =
                ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null
                        ? "http://localhost:" + web.getWebServer().getPort() + "/camunda/app/tasklist/default/"
                        : "(không có máy chủ web)";
        LOG.info("Triển Khai sẵn sàng: {}", where);
        if (settings.hasDemoAccounts()) {
            LOG.info(
                    "Đăng nhập thử, mật khẩu của mọi người là {}; ví dụ: {}, admin (quản trị)",
                    settings.demoPassword(),
                    plans.all().stream()
                            .map(Plan::id)
                            .map(plans::definition)
                            .flatMap(plan -> Stream.of(plan.issuer(), plan.leadAgency()))
                            .flatMap(unit -> organisation.peopleOf(unit).stream())
                            .map(person -> "%s (%s)".formatted(person.userId(), person.name()))
                            .distinct()
                            .collect(Collectors.joining(", ")));
        }
    }
}
