--liquibase formatted sql

--changeset trien-khai:assignment
create table assignment (
    id uuid not null,
    version integer not null,
    plan_id varchar(64) not null,
    duty_code varchar(32),
    origin_kind varchar(32) not null,
    origin_id varchar(64) not null,
    unit varchar(64) not null,
    assigner varchar(64) not null,
    binding boolean not null,
    subject varchar(200) not null,
    instruction varchar(4000),
    due date,
    work_process varchar(64),
    progress varchar(32) not null,
    opened_at timestamp(6) with time zone not null,
    submitted_at timestamp(6) with time zone,
    closed_at timestamp(6) with time zone,
    overdue_since timestamp(6) with time zone,
    result varchar(20000),
    constraint pk_assignment primary key (id)
);
create index ix_assignment_origin on assignment (origin_kind, origin_id);
create index ix_assignment_unit_plan on assignment (unit, plan_id);
create index ix_assignment_plan_progress on assignment (plan_id, progress);

create table assignment_officer (
    assignment_id uuid not null,
    ordinal integer not null,
    user_id varchar(64) not null,
    constraint pk_assignment_officer primary key (assignment_id, ordinal),
    constraint fk_assignment_officer_assignment foreign key (assignment_id) references assignment (id)
);

create table assignment_event (
    id uuid not null,
    assignment_id uuid not null,
    happened_at timestamp(6) with time zone not null,
    actor varchar(64),
    kind varchar(32) not null,
    what varchar(200) not null,
    why varchar(4000),
    constraint pk_assignment_event primary key (id),
    constraint fk_assignment_event_assignment foreign key (assignment_id) references assignment (id)
);
create index ix_assignment_event_assignment on assignment_event (assignment_id, happened_at);

--changeset trien-khai:evidence
create table evidence (
    id uuid not null,
    plan_id varchar(64) not null,
    unit varchar(64) not null,
    duty_code varchar(32),
    assignment_id uuid,
    content_id uuid,
    channel varchar(32),
    form_of_work varchar(32),
    topic varchar(32),
    sub_topics varchar(100),
    happened_from date not null,
    happened_to date not null,
    place varchar(500),
    link varchar(2000),
    note varchar(4000),
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(64) not null,
    replaced_by uuid,
    replaced_at timestamp(6) with time zone,
    replaced_why varchar(2000),
    constraint pk_evidence primary key (id),
    constraint fk_evidence_assignment foreign key (assignment_id) references assignment (id),
    constraint fk_evidence_replaced_by foreign key (replaced_by) references evidence (id)
);
create index ix_evidence_assignment on evidence (assignment_id);
create index ix_evidence_plan_unit on evidence (plan_id, unit, happened_from);
create index ix_evidence_content on evidence (content_id);
create index ix_evidence_replaced_by on evidence (replaced_by);

create table evidence_measure (
    evidence_id uuid not null,
    measure varchar(32) not null,
    amount bigint not null,
    constraint pk_evidence_measure primary key (evidence_id, measure),
    constraint fk_evidence_measure_evidence foreign key (evidence_id) references evidence (id)
);

create table evidence_attachment (
    evidence_id uuid not null,
    attachment_id uuid not null,
    constraint pk_evidence_attachment primary key (evidence_id, attachment_id),
    constraint fk_evidence_attachment_evidence foreign key (evidence_id) references evidence (id),
    constraint fk_evidence_attachment_attachment foreign key (attachment_id) references attachment (id)
);
create index ix_evidence_attachment_attachment on evidence_attachment (attachment_id);
