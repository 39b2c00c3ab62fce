package vn.trienkhai.operation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.access.AccountLocks;
import vn.trienkhai.form.Folded;
import vn.trienkhai.form.FormRefused;
import vn.trienkhai.form.FormView.Choice;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;

/** People who left: their accounts are locked, their open work goes to others, their history stays. */
@Component
class Leavers {

    private final AccountLocks locks;
    private final HandOver handOver;
    private final Overseers overseers;
    private final Organisation organisation;
    private final Directory directory;
    private final IdentityService identityService;

    Leavers(
            AccountLocks locks,
            HandOver handOver,
            Overseers overseers,
            Organisation organisation,
            Directory directory,
            IdentityService identityService) {
        this.locks = locks;
        this.handOver = handOver;
        this.overseers = overseers;
        this.organisation = organisation;
        this.directory = directory;
        this.identityService = identityService;
    }

    String nameOf(String userId) {
        return directory.person(userId);
    }

    /** Accounts that can be locked, for a form: everybody of the organisation, and other administrators. */
    List<Choice> lockableBy(String userId) {
        var locked = locks.locked();
        return Stream.concat(organisation.people().stream().map(Person::userId), administrators().stream())
                .distinct()
                .filter(account -> !account.equals(userId) && !locked.contains(account))
                .sorted(Folded.byGivenName(account -> Objects.requireNonNullElse(directory.person(account), "")))
                .map(account -> new Choice(account, labelOf(account)))
                .toList();
    }

    List<Choice> locked() {
        return locks.locked().stream()
                .map(account -> new Choice(account, labelOf(account)))
                .toList();
    }

    /** People of the unit who can take over. */
    List<Choice> takersFor(String userId) {
        var locked = locks.locked();
        return organisation.person(userId).stream()
                .flatMap(leaver -> organisation.peopleOf(leaver.unit()).stream())
                .filter(person -> !person.userId().equals(userId) && !locked.contains(person.userId()))
                .map(person -> new Choice(person.userId(), person.name()))
                .toList();
    }

    /** @throws FormRefused for oneself, for what is no account, and for what is locked already */
    void requireLockable(String userId, String by) {
        if (userId.equals(by)) {
            throw FormRefused.at("person", "Không tự khóa tài khoản của mình được: hãy nhờ người quản trị khác.");
        }
        if (lockableBy(by).stream().noneMatch(choice -> choice.value().equals(userId))) {
            throw FormRefused.at(
                    "person",
                    locks.isLocked(userId)
                            ? "Tài khoản của %s đã khóa.".formatted(nameOf(userId))
                            : "Không có tài khoản “%s”.".formatted(userId));
        }
    }

    void requireLocked(String userId) {
        if (!locks.isLocked(userId)) {
            throw FormRefused.at("person", "Tài khoản “%s” không bị khóa.".formatted(userId));
        }
    }

    void lock(String userId, String reason, String by) {
        locks.lock(userId, reason, by);
    }

    void unlock(String userId, String reason, String by) {
        locks.unlock(userId, reason, by);
    }

    /** What is open in the name of this person. */
    @Transactional(readOnly = true)
    public List<HandOver.Item> workOf(String userId) {
        return overseers.entitled(() -> handOver.openWorkOf(userId));
    }

    /** The leaders of the unit, who know the work, and the administrators. */
    List<String> decidersFor(String userId) {
        return Stream.concat(
                        organisation.person(userId).stream()
                                .flatMap(person -> organisation.leadGroupsOf(person.unit()).stream()),
                        Stream.of(Groups.CAMUNDA_ADMIN))
                .toList();
    }

    /** @param to user id; null if the work returns to the post */
    @Transactional
    public void handOver(String from, String to, String why, String by) {
        var groups = identityService.createGroupQuery().groupMember(by).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        handOver.handOverOfLeaver(from, to, why, overseers.overseer(by, groups));
    }

    private List<String> administrators() {
        return identityService.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list().stream()
                .map(User::getId)
                .toList();
    }

    private String labelOf(String account) {
        return organisation
                .person(account)
                .map(person -> "%s (%s)".formatted(person.name(), account))
                .orElseGet(
                        () -> "%s (%s)".formatted(Objects.requireNonNullElse(directory.person(account), ""), account));
    }
}
