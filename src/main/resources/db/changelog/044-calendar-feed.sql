--liquibase formatted sql

--changeset trien-khai:calendar-feed
-- active_for is the owner while the feed is not revoked, then null: one active feed per owner
create table calendar_feed (
    id uuid not null,
    owner_kind varchar(8) not null,
    owner_id varchar(130) not null,
    active_for varchar(140),
    token_hash varchar(64) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(130) not null,
    revoked_at timestamp(6) with time zone,
    revoked_by varchar(130),
    last_read_at timestamp(6) with time zone,
    constraint pk_calendar_feed primary key (id),
    constraint uq_calendar_feed_token unique (token_hash),
    constraint uq_calendar_feed_active unique (active_for)
);
