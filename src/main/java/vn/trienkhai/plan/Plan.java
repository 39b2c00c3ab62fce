package vn.trienkhai.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import vn.trienkhai.audit.Audited;

/** A plan that was loaded: its text, its data as text, and whether it is in force. */
@Audited
@Entity
@Table(name = "plan")
public class Plan {

    @Id
    private String id;

    @Column(name = "plan_number")
    private String number;

    private String title;

    @Enumerated(EnumType.STRING)
    private PlanStatus status;

    private String definition;

    private String sourceText;

    private String sha256;

    private Instant loadedAt;

    private Instant adoptedAt;

    private String adoptedBy;

    private String returnedBecause;

    @Version
    private int version;

    protected Plan() {}

    Plan(PlanDefinition plan, String definition, String sourceText, String sha256, Instant loadedAt) {
        this.id = plan.id();
        propose(plan, definition, sourceText, sha256, loadedAt);
    }

    public String id() {
        return id;
    }

    public String number() {
        return number;
    }

    public String title() {
        return title;
    }

    public PlanStatus status() {
        return status;
    }

    /** The text as issued. */
    public String sourceText() {
        return sourceText;
    }

    public Instant loadedAt() {
        return loadedAt;
    }

    /** When the plan was adopted; empty unless it is. */
    public Optional<Instant> adoptedAt() {
        return Optional.ofNullable(adoptedAt);
    }

    /** User id of the leader who adopted the plan; empty unless it is adopted. */
    public Optional<String> adoptedBy() {
        return Optional.ofNullable(adoptedBy);
    }

    /** Why the plan was sent back; empty unless it is. */
    public Optional<String> returnedBecause() {
        return Optional.ofNullable(returnedBecause);
    }

    String definition() {
        return definition;
    }

    String sha256() {
        return sha256;
    }

    final void propose(PlanDefinition plan, String definition, String sourceText, String sha256, Instant at) {
        this.number = plan.number();
        this.title = plan.title();
        this.status = PlanStatus.PROPOSED;
        this.definition = definition;
        this.sourceText = sourceText;
        this.sha256 = sha256;
        this.loadedAt = at;
        this.adoptedAt = null;
        this.adoptedBy = null;
        this.returnedBecause = null;
    }

    void adopt(String userId, Instant at) {
        requireNotAdopted();
        status = PlanStatus.ADOPTED;
        adoptedAt = at;
        adoptedBy = userId;
        returnedBecause = null;
    }

    void sendBack(String reason) {
        requireNotAdopted();
        status = PlanStatus.RETURNED;
        returnedBecause = reason;
    }

    private void requireNotAdopted() {
        if (status == PlanStatus.ADOPTED) {
            throw new PlanAlreadyAdopted(number);
        }
    }
}
