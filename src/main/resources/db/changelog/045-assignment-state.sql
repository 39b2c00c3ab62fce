--liquibase formatted sql

--changeset trien-khai:assignment-state
create table assignment_state (
    assignment_id uuid not null,
    version integer not null,
    since timestamp(6) with time zone not null,
    unit varchar(64) not null,
    binding boolean not null,
    progress varchar(32) not null,
    due date,
    due_at timestamp(6) with time zone,
    stopped_on date,
    submitted_at timestamp(6) with time zone,
    closed_at timestamp(6) with time zone,
    constraint pk_assignment_state primary key (assignment_id, version),
    constraint fk_assignment_state_assignment foreign key (assignment_id) references assignment (id)
);

--changeset trien-khai:assignment-state-of-the-past
--comment: Before this day only the present state was kept. What it tells of the past: in progress from the day opened, submitted and closed when it says so, with the present deadline all along.
insert into assignment_state (assignment_id, version, since, unit, binding, progress, due, due_at)
  select id, -2, opened_at, unit, binding, 'IN_PROGRESS', due, due_at from assignment
  where submitted_at is not null or closed_at is not null;
insert into assignment_state (assignment_id, version, since, unit, binding, progress, due, due_at, submitted_at)
  select id, -1, submitted_at, unit, binding, 'AWAITING_REVIEW', due, due_at, submitted_at from assignment
  where closed_at > submitted_at;
insert into assignment_state (assignment_id, version, since, unit, binding, progress, due, due_at, stopped_on, submitted_at, closed_at)
  select id, version, coalesce(closed_at, submitted_at, opened_at), unit, binding, progress, due, due_at, stopped_on, submitted_at, closed_at
  from assignment;

--changeset trien-khai:evidence-as-of
create index ix_evidence_plan_happened on evidence (plan_id, happened_to, recorded_at);
