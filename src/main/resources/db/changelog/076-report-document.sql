--liquibase formatted sql

--changeset trien-khai:report-request-details
alter table report_request add receiver varchar(300);
create table report_request_figure (
    request_id uuid not null,
    ordinal integer not null,
    dimension varchar(32) not null,
    constraint pk_report_request_figure primary key (request_id, ordinal),
    constraint fk_report_request_figure_request foreign key (request_id) references report_request (id)
);

--changeset trien-khai:report-paragraph
create table report_paragraph (
    report_id uuid not null,
    ordinal integer not null,
    section integer not null,
    source varchar(16) not null,
    unit varchar(64),
    edited boolean not null,
    body varchar(1000000) not null,
    constraint pk_report_paragraph primary key (report_id, ordinal),
    constraint fk_report_paragraph_report foreign key (report_id) references report (id)
);
insert into report_paragraph (report_id, ordinal, section, source, unit, edited, body)
select report_id,
       cast(row_number() over (partition by report_id order by ordinal) as integer) - 1,
       ordinal, 'CONSOLIDATOR', null, false, body
from report_section where body is not null and body <> '';
drop table report_section;

--changeset trien-khai:report-document
alter table report add document_id uuid;
alter table report add constraint fk_report_document foreign key (document_id) references document (id);
drop table report_review;
