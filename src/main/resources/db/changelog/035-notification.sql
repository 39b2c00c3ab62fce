--liquibase formatted sql

--changeset trien-khai:035-addresses
alter table person add column email varchar(254);
alter table unit add column email varchar(254);

--changeset trien-khai:035-notice
create table notice (
    id uuid not null,
    event varchar(200) not null,
    kind varchar(32) not null,
    subject varchar(200) not null,
    body varchar(4000) not null,
    business_key varchar(255),
    created_at timestamp(6) with time zone not null,
    constraint pk_notice primary key (id),
    constraint uq_notice_event unique (event)
);

--changeset trien-khai:035-notice-mail
create table notice_mail (
    id uuid not null,
    purpose varchar(400) not null,
    recipient_kind varchar(8) not null,
    recipient varchar(130) not null,
    subject varchar(200) not null,
    body varchar(20000) not null,
    created_at timestamp(6) with time zone not null,
    state varchar(32) not null,
    attempts integer not null,
    attempted_at timestamp(6) with time zone,
    next_attempt_at timestamp(6) with time zone,
    failing_since timestamp(6) with time zone,
    problem varchar(500),
    sent_at timestamp(6) with time zone,
    constraint pk_notice_mail primary key (id),
    constraint uq_notice_mail_purpose unique (purpose)
);
create index ix_notice_mail_next_attempt on notice_mail (next_attempt_at);
create index ix_notice_mail_state on notice_mail (state, created_at);
create index ix_notice_mail_created on notice_mail (created_at);
create index ix_notice_mail_sent on notice_mail (sent_at);

--changeset trien-khai:035-notice-delivery
create table notice_delivery (
    id uuid not null,
    notice_id uuid not null,
    recipient_kind varchar(8) not null,
    recipient varchar(130) not null,
    way varchar(16) not null,
    created_at timestamp(6) with time zone not null,
    mail_id uuid,
    read_at timestamp(6) with time zone,
    constraint pk_notice_delivery primary key (id),
    constraint uq_notice_delivery_recipient unique (notice_id, recipient_kind, recipient),
    constraint fk_notice_delivery_notice foreign key (notice_id) references notice (id),
    constraint fk_notice_delivery_mail foreign key (mail_id) references notice_mail (id)
);
create index ix_notice_delivery_recipient on notice_delivery (recipient_kind, recipient, created_at);
create index ix_notice_delivery_mail on notice_delivery (mail_id, way);

--changeset trien-khai:035-notice-setting
create table notice_setting (
    user_id varchar(130) not null,
    choice varchar(32) not null,
    changed_at timestamp(6) with time zone not null,
    constraint pk_notice_setting primary key (user_id)
);

--changeset trien-khai:035-delivery-watch
create table delivery_watch (
    id integer not null,
    constraint pk_delivery_watch primary key (id)
);
insert into delivery_watch (id) values (1);
