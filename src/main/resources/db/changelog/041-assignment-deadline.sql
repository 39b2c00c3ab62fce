--liquibase formatted sql

--changeset trien-khai:assignment-deadline
alter table assignment add term_kind varchar(16);
alter table assignment add term_date date;
alter table assignment add term_days integer;
alter table assignment add due_at timestamp(6) with time zone;
alter table assignment add due_explained varchar(500);
alter table assignment add stopped_on date;
alter table assignment add held_progress varchar(32);
alter table assignment add urgent boolean default false not null;
update assignment set term_kind = 'ON', term_date = due, term_days = 0,
  due_at = cast(due as timestamp) + interval '1' day - interval '1' second
  where due is not null;

--changeset trien-khai:deadline-extension
create table deadline_extension (
    id uuid not null,
    version integer not null,
    assignment_id uuid not null,
    asked_by varchar(130) not null,
    asked_at timestamp(6) with time zone not null,
    due_then date not null,
    term_kind varchar(16) not null,
    term_date date not null,
    term_days integer not null,
    asked_due date not null,
    reason varchar(4000) not null,
    decided_by varchar(130),
    decided_at timestamp(6) with time zone,
    granted_due date,
    decision varchar(16),
    decided_why varchar(4000),
    constraint pk_deadline_extension primary key (id),
    constraint fk_deadline_extension_assignment foreign key (assignment_id) references assignment (id)
);
create index ix_deadline_extension_assignment on deadline_extension (assignment_id, asked_at);
