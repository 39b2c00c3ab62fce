--liquibase formatted sql

--changeset trien-khai:plan-adoption
create table plan_adoption (
    id uuid not null,
    version integer not null,
    plan_id varchar(64) not null,
    stage varchar(32) not null,
    opened_at timestamp(6) with time zone not null,
    decided_at timestamp(6) with time zone,
    decided_by varchar(64),
    constraint pk_plan_adoption primary key (id),
    constraint fk_plan_adoption_plan foreign key (plan_id) references plan (id)
);
create index ix_plan_adoption_plan on plan_adoption (plan_id, opened_at);

create table plan_duty_check (
    adoption_id uuid not null,
    ordinal integer not null,
    duty_code varchar(32) not null,
    verdict varchar(32) not null,
    reason varchar(1000),
    constraint pk_plan_duty_check primary key (adoption_id, ordinal),
    constraint fk_plan_duty_check_adoption foreign key (adoption_id) references plan_adoption (id)
);

create table plan_delivery (
    adoption_id uuid not null,
    ordinal integer not null,
    recipient_code varchar(32) not null,
    recipient varchar(500) not null,
    units varchar(4000),
    sent_at timestamp(6) with time zone not null,
    constraint pk_plan_delivery primary key (adoption_id, ordinal),
    constraint fk_plan_delivery_adoption foreign key (adoption_id) references plan_adoption (id)
);

create table plan_receipt (
    id uuid not null,
    version integer not null,
    adoption_id uuid not null,
    unit varchar(64) not null,
    asked_at timestamp(6) with time zone not null,
    confirmed_at timestamp(6) with time zone,
    confirmed_by varchar(64),
    contact varchar(64),
    note varchar(4000),
    constraint pk_plan_receipt primary key (id),
    constraint uq_plan_receipt_unit unique (adoption_id, unit),
    constraint fk_plan_receipt_adoption foreign key (adoption_id) references plan_adoption (id)
);

--changeset trien-khai:work-programme
create table work_programme (
    id uuid not null,
    version integer not null,
    plan_id varchar(64) not null,
    kind varchar(16) not null,
    name varchar(120) not null,
    period_from date not null,
    period_to date not null,
    topic varchar(32),
    note varchar(4000),
    status varchar(16) not null,
    proposed_at timestamp(6) with time zone not null,
    proposed_by varchar(64),
    approved_at timestamp(6) with time zone,
    approved_by varchar(64),
    closed_at timestamp(6) with time zone,
    conclusion varchar(20000),
    constraint pk_work_programme primary key (id),
    constraint fk_work_programme_plan foreign key (plan_id) references plan (id)
);
create index ix_work_programme_plan on work_programme (plan_id, period_from);

create table work_programme_duty (
    programme_id uuid not null,
    ordinal integer not null,
    duty_code varchar(32) not null,
    constraint pk_work_programme_duty primary key (programme_id, ordinal),
    constraint fk_work_programme_duty_programme foreign key (programme_id) references work_programme (id)
);

create table programme_item (
    programme_id uuid not null,
    ordinal integer not null,
    duty_code varchar(32) not null,
    unit varchar(64) not null,
    assigner varchar(64) not null,
    subject varchar(200) not null,
    included boolean not null,
    due date,
    instruction varchar(4000),
    constraint pk_programme_item primary key (programme_id, ordinal),
    constraint uq_programme_item_duty_unit unique (programme_id, duty_code, unit),
    constraint fk_programme_item_programme foreign key (programme_id) references work_programme (id)
);

--changeset trien-khai:plan-event
create table plan_event (
    id uuid not null,
    about_id uuid not null,
    happened_at timestamp(6) with time zone not null,
    actor varchar(64),
    kind varchar(32) not null,
    what varchar(200) not null,
    why varchar(4000),
    constraint pk_plan_event primary key (id)
);
create index ix_plan_event_about on plan_event (about_id, happened_at);
