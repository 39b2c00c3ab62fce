--liquibase formatted sql

--changeset trien-khai:attachment
create table attachment (
    id uuid not null,
    name varchar(255) not null,
    media_type varchar(120) not null,
    size_bytes bigint not null,
    sha256 varchar(64) not null,
    uploaded_by varchar(64) not null,
    uploaded_at timestamp(6) with time zone not null,
    claimed_for varchar(120),
    constraint pk_attachment primary key (id)
);

create table attachment_content (
    attachment_id uuid not null,
    bytes ${binary} not null,
    constraint pk_attachment_content primary key (attachment_id),
    constraint fk_attachment_content_attachment foreign key (attachment_id) references attachment (id)
);

create index ix_attachment_claimed_for_uploaded_at on attachment (claimed_for, uploaded_at);
