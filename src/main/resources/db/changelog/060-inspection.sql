--liquibase formatted sql

--changeset trien-khai:inspection
create table inspection_programme (
    id uuid not null,
    version integer not null,
    plan_id varchar(64) not null,
    lead_agency varchar(64) not null,
    name varchar(120) not null,
    period_from date not null,
    period_to date not null,
    content varchar(4000) not null,
    status varchar(32) not null,
    proposed_at timestamp(6) with time zone not null,
    proposed_by varchar(64) not null,
    decided_at timestamp(6) with time zone,
    decided_by varchar(64),
    constraint pk_inspection_programme primary key (id)
);
create index ix_inspection_programme_plan on inspection_programme (plan_id, status);

create table inspection_visit (
    id uuid not null,
    version integer not null,
    programme_id uuid not null,
    unit varchar(64) not null,
    visit_date date not null,
    inspectors varchar(1000) not null,
    progress varchar(32) not null,
    notice_content varchar(4000),
    notice_sent_at timestamp(6) with time zone,
    self_report_due date,
    self_report varchar(20000),
    self_reported_at timestamp(6) with time zone,
    self_reported_by varchar(64),
    visited_on date,
    visited_by varchar(64),
    minutes varchar(100000),
    confirmed_at timestamp(6) with time zone,
    confirmed_by varchar(64),
    reservation varchar(4000),
    conclusion varchar(4000),
    ended_at timestamp(6) with time zone,
    constraint pk_inspection_visit primary key (id),
    constraint uq_inspection_visit_unit unique (programme_id, unit),
    constraint fk_inspection_visit_programme foreign key (programme_id) references inspection_programme (id)
);
create index ix_inspection_visit_progress on inspection_visit (progress);
create index ix_inspection_visit_unit on inspection_visit (unit);

create table inspection_finding (
    visit_id uuid not null,
    ordinal integer not null,
    duty_code varchar(32) not null,
    result varchar(32) not null,
    note varchar(4000),
    constraint pk_inspection_finding primary key (visit_id, ordinal),
    constraint fk_inspection_finding_visit foreign key (visit_id) references inspection_visit (id)
);

create table inspection_self_report_file (
    visit_id uuid not null,
    attachment_id uuid not null,
    constraint pk_inspection_self_report_file primary key (visit_id, attachment_id),
    constraint fk_inspection_self_report_file_visit foreign key (visit_id) references inspection_visit (id),
    constraint fk_inspection_self_report_file_attachment foreign key (attachment_id) references attachment (id)
);
create index ix_inspection_self_report_file_attachment on inspection_self_report_file (attachment_id);

create table inspection_visit_file (
    visit_id uuid not null,
    attachment_id uuid not null,
    constraint pk_inspection_visit_file primary key (visit_id, attachment_id),
    constraint fk_inspection_visit_file_visit foreign key (visit_id) references inspection_visit (id),
    constraint fk_inspection_visit_file_attachment foreign key (attachment_id) references attachment (id)
);
create index ix_inspection_visit_file_attachment on inspection_visit_file (attachment_id);

create table inspection_recommendation (
    id uuid not null,
    visit_id uuid not null,
    ordinal integer not null,
    wording varchar(2000) not null,
    due date not null,
    duty_code varchar(32),
    assignment_id uuid,
    constraint pk_inspection_recommendation primary key (id),
    constraint uq_inspection_recommendation_ordinal unique (visit_id, ordinal),
    constraint fk_inspection_recommendation_visit foreign key (visit_id) references inspection_visit (id),
    constraint fk_inspection_recommendation_assignment foreign key (assignment_id) references assignment (id)
);
create index ix_inspection_recommendation_assignment on inspection_recommendation (assignment_id);

create table inspection_event (
    id uuid not null,
    programme_id uuid not null,
    visit_id uuid,
    happened_at timestamp(6) with time zone not null,
    actor varchar(64),
    what varchar(200) not null,
    why varchar(4000),
    constraint pk_inspection_event primary key (id),
    constraint fk_inspection_event_programme foreign key (programme_id) references inspection_programme (id)
);
create index ix_inspection_event_programme on inspection_event (programme_id, happened_at);
create index ix_inspection_event_visit on inspection_event (visit_id, happened_at);
