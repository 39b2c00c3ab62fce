package vn.trienkhai.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.trienkhai.organisation.Organisation;
import vn.trienkhai.organisation.Person;
import vn.trienkhai.organisation.Post;
import vn.trienkhai.organisation.Unit;
import vn.trienkhai.organisation.UnitKind;

/**
 * Whose step it is with a document (Nghị định 30/2020/NĐ-CP, Điều 12, 13, 15). Where the leaders of the drafting unit all wrote
 * the draft themselves, its content is checked one level up, so that no document waits for ever.
 */
@Service
@Transactional(readOnly = true)
class DocumentRoles {

    private final Organisation organisation;

    DocumentRoles(Organisation organisation) {
        this.organisation = organisation;
    }

    /** The unit whose leaders check the content. @param authors who made one of its versions */
    String contentUnit(Document document, Collection<String> authors) {
        var inOrder =
                Stream.concat(Stream.of(document.drafter(), document.issuer()), committee().map(Unit::id).stream());
        return inOrder.filter(unit -> organisation.peopleOf(unit).stream()
                        .filter(person -> organisation.leadGroupsOf(unit).contains(person.post()))
                        .anyMatch(person -> !authors.contains(person.userId())))
                .findFirst()
                .orElse(document.drafter());
    }

    /** Units whose people check the form and give the number: the office for a people's committee, else the issuer itself. */
    List<String> formUnits(Document document) {
        var issuer = organisation.unit(document.issuer());
        if (issuer.kind() != UnitKind.LEADERSHIP) {
            return List.of(issuer.id());
        }
        var offices = offices();
        return offices.isEmpty() ? List.of(issuer.id()) : offices;
    }

    List<String> offices() {
        return organisation.units().stream()
                .filter(unit -> unit.kind() == UnitKind.OFFICE)
                .map(Unit::id)
                .toList();
    }

    /** People's committees whose papers the office handles. */
    List<String> committees() {
        return organisation.units().stream()
                .filter(unit -> unit.kind() == UnitKind.LEADERSHIP)
                .map(Unit::id)
                .toList();
    }

    List<String> leadGroupsOf(String unit) {
        return organisation.leadGroupsOf(unit);
    }

    boolean mayCheckContent(Document document, Collection<String> authors, String userId) {
        return organisation.leads(userId, contentUnit(document, authors));
    }

    boolean mayCheckForm(Document document, String userId) {
        return formUnits(document).stream().anyMatch(unit -> organisation.belongsTo(userId, unit));
    }

    boolean maySign(Document document, String userId) {
        return organisation.leads(userId, document.issuer());
    }

    /** Whether the person leads the issuer by their own post, and not only as a substitute. */
    boolean leadsItself(Document document, String userId) {
        return ownPost(userId)
                .filter(post -> post.unit().equals(document.issuer()) && post.leads())
                .isPresent();
    }

    /** Units that the person is of, or stands in for somebody of now. */
    List<String> unitsOf(String userId) {
        return Stream.concat(organisation.person(userId).stream(), organisation.standsInFor(userId).stream())
                .map(Person::unit)
                .distinct()
                .toList();
    }

    /** The leaders of a people's committee read everything. */
    boolean leadsCommittee(String userId) {
        return committees().stream().anyMatch(unit -> organisation.leads(userId, unit));
    }

    /** Whether one of the units carries plans out, and is not only asked. */
    boolean carryOutPlans(Collection<String> units) {
        return units.stream().anyMatch(organisation::canBeAssigned);
    }

    Letterhead letterheadOf(String unit) {
        return Letterheads.of(organisation.unit(unit), committee());
    }

    /** The one people's committee; empty where there are several. */
    private Optional<Unit> committee() {
        var committees = organisation.units().stream()
                .filter(unit -> unit.kind() == UnitKind.LEADERSHIP)
                .toList();
        return committees.size() == 1 ? Optional.of(committees.get(0)) : Optional.empty();
    }

    /** As long as nobody has signed: the head of the issuer. */
    Signature expectedSignature(String issuer) {
        return new Signature(Signatures.ofLeader(organisation.unit(issuer), headOf(issuer)), null);
    }

    Signature signatureOf(Document document, String signer, SigningCapacity capacity) {
        var issuer = organisation.unit(document.issuer());
        var own = ownPost(signer)
                .orElseThrow(() -> new IllegalStateException("No post of " + signer + ", who signed " + document.id()));
        var lines = capacity == SigningCapacity.LEADER
                ? Signatures.ofLeader(issuer, own)
                : Signatures.ofOther(capacity, issuer, headOf(issuer.id()), organisation.unit(own.unit()), own);
        return new Signature(lines, Signatures.nameOf(organisation.nameOf(signer)));
    }

    String numberOf(int number, Document document) {
        return Letterheads.numberOf(
                number, document.type(), organisation.unit(document.issuer()), organisation.unit(document.drafter()));
    }

    /** What stands behind the slash of the document's number. */
    String afterNumber(Document document) {
        return Letterheads.afterNumber(
                document.type(), organisation.unit(document.issuer()), organisation.unit(document.drafter()));
    }

    Optional<String> drafterSymbol(String issuer, String drafter) {
        return Letterheads.drafterSymbol(organisation.unit(issuer), organisation.unit(drafter));
    }

    private Post headOf(String unit) {
        var posts = organisation.postsOf(unit);
        return posts.stream()
                .filter(post -> post.role().equals("head"))
                .findFirst()
                .or(() -> posts.stream().filter(Post::leads).findFirst())
                .orElseThrow(() -> new IllegalStateException("Nobody leads " + unit));
    }

    private Optional<Post> ownPost(String userId) {
        return organisation.person(userId).flatMap(person -> organisation.postsOf(person.unit()).stream()
                .filter(post -> post.id().equals(person.post()))
                .findFirst());
    }
}
