--liquibase formatted sql

--changeset trien-khai:audit
create table audit_entry (
    sequence bigint not null,
    happened_at timestamp(6) with time zone not null,
    actor varchar(130),
    on_behalf_of varchar(500),
    act varchar(64) not null,
    subject_type varchar(128) not null,
    subject varchar(255) not null,
    value_before varchar(8000),
    value_after varchar(8000),
    former_hash varchar(64) not null,
    hash varchar(64) not null,
    constraint pk_audit_entry primary key (sequence)
);
create index ix_audit_entry_happened_at on audit_entry (happened_at);
create index ix_audit_entry_subject on audit_entry (subject);

create table audit_head (
    id integer not null,
    sequence bigint not null,
    hash varchar(64) not null,
    constraint pk_audit_head primary key (id)
);
insert into audit_head (id, sequence, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
