--liquibase formatted sql

--changeset trien-khai:assignment-rung
create table assignment_rung (
    id uuid not null,
    version integer not null,
    assignment_id uuid not null,
    due date not null,
    code varchar(32) not null,
    days integer not null,
    audience varchar(16) not null,
    handled_by_unit varchar(64),
    reached_at timestamp(6) with time zone not null,
    merged boolean not null,
    lapsed_at timestamp(6) with time zone,
    handled_at timestamp(6) with time zone,
    handled_by varchar(130),
    handling varchar(16),
    note varchar(4000),
    constraint pk_assignment_rung primary key (id),
    constraint uk_assignment_rung unique (assignment_id, due, code),
    constraint fk_assignment_rung_assignment foreign key (assignment_id) references assignment (id)
);

--changeset trien-khai:assignment-overdue-is-computed
alter table assignment drop column overdue_since;
