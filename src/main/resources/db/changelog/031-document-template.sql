--liquibase formatted sql

--changeset trien-khai:031-document-template
create table document_template (
    id uuid not null,
    name varchar(40) not null,
    number integer not null,
    attachment_id uuid not null,
    reason varchar(1000) not null,
    entered_by varchar(64) not null,
    entered_at timestamp(6) with time zone not null,
    constraint pk_document_template primary key (id),
    constraint uq_document_template_number unique (name, number),
    constraint fk_document_template_attachment foreign key (attachment_id) references attachment (id)
);
