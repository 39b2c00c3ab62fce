--liquibase formatted sql

--changeset trien-khai:calendar-feed
create table calendar_feed (
    id uuid not null,
    version integer not null,
    owner_kind varchar(16) not null,
    owner_id varchar(130) not null,
    token_hash varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(130) not null,
    revoked_at timestamp(6) with time zone,
    last_read_at timestamp(6) with time zone,
    constraint pk_calendar_feed primary key (id),
    constraint uk_calendar_feed_token_hash unique (token_hash)
);
create index ix_calendar_feed_owner on calendar_feed (owner_kind, owner_id);
