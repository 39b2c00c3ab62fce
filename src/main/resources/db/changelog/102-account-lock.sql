--liquibase formatted sql

--changeset trien-khai:account-lock
create table account_lock (
    user_id varchar(130) not null,
    locked_at timestamp(6) with time zone not null,
    locked_by varchar(130) not null,
    reason varchar(500) not null,
    unlocked_at timestamp(6) with time zone,
    unlocked_by varchar(130),
    unlocked_why varchar(500),
    constraint pk_account_lock primary key (user_id, locked_at)
);
