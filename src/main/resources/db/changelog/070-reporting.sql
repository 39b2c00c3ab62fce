--liquibase formatted sql

--changeset trien-khai:report-request
create table report_request (
    id uuid not null,
    version integer not null,
    plan_id varchar(64) not null,
    name varchar(150) not null,
    kind varchar(32) not null,
    requester varchar(64) not null,
    requested_by varchar(64) not null,
    requested_at timestamp(6) with time zone not null,
    content varchar(4000) not null,
    basis_number varchar(100) not null,
    basis_date date not null,
    period_from date not null,
    period_to date not null,
    units_due date not null,
    waiting_until date not null,
    whole_due date not null,
    urgency varchar(32) not null,
    send_by varchar(300),
    status varchar(32) not null,
    closed_at timestamp(6) with time zone,
    closed_by varchar(64),
    withdrawn_why varchar(4000),
    constraint pk_report_request primary key (id)
);
create index ix_report_request_plan on report_request (plan_id, status);

create table report_request_unit (
    request_id uuid not null,
    ordinal integer not null,
    unit varchar(64) not null,
    constraint pk_report_request_unit primary key (request_id, ordinal),
    constraint fk_report_request_unit_request foreign key (request_id) references report_request (id)
);

create table report_request_heading (
    request_id uuid not null,
    ordinal integer not null,
    heading varchar(300) not null,
    constraint pk_report_request_heading primary key (request_id, ordinal),
    constraint fk_report_request_heading_request foreign key (request_id) references report_request (id)
);

--changeset trien-khai:report
create table report (
    id uuid not null,
    version integer not null,
    request_id uuid not null,
    figures_as_of timestamp(6) with time zone not null,
    consolidated_by varchar(64) not null,
    approved_at timestamp(6) with time zone,
    approved_by varchar(64),
    constraint pk_report primary key (id),
    constraint uq_report_request unique (request_id),
    constraint fk_report_request foreign key (request_id) references report_request (id)
);

create table report_section (
    report_id uuid not null,
    ordinal integer not null,
    heading varchar(300) not null,
    body varchar(1000000),
    constraint pk_report_section primary key (report_id, ordinal),
    constraint fk_report_section_report foreign key (report_id) references report (id)
);

create table report_figure (
    report_id uuid not null,
    ordinal integer not null,
    dimension varchar(32) not null,
    item varchar(64) not null,
    measure varchar(32) not null,
    amount bigint not null,
    adjusted bigint not null,
    constraint pk_report_figure primary key (report_id, ordinal),
    constraint fk_report_figure_report foreign key (report_id) references report (id)
);

create table report_unit (
    report_id uuid not null,
    ordinal integer not null,
    unit varchar(64) not null,
    standing varchar(32) not null,
    on_time integer not null,
    late integer not null,
    pending integer not null,
    constraint pk_report_unit primary key (report_id, ordinal),
    constraint fk_report_unit_report foreign key (report_id) references report (id)
);

create table report_review (
    id uuid not null,
    request_id uuid not null,
    reviewed_at timestamp(6) with time zone not null,
    reviewed_by varchar(64) not null,
    approved boolean not null,
    remark varchar(4000),
    constraint pk_report_review primary key (id),
    constraint fk_report_review_request foreign key (request_id) references report_request (id)
);
create index ix_report_review_request on report_review (request_id);

--changeset trien-khai:contribution
create table contribution (
    id uuid not null,
    version integer not null,
    assignment_id uuid not null,
    unit varchar(64) not null,
    written_at timestamp(6) with time zone not null,
    written_by varchar(64) not null,
    constraint pk_contribution primary key (id),
    constraint uq_contribution_assignment unique (assignment_id),
    constraint fk_contribution_assignment foreign key (assignment_id) references assignment (id)
);

create table contribution_section (
    contribution_id uuid not null,
    ordinal integer not null,
    heading varchar(300) not null,
    body varchar(20000),
    constraint pk_contribution_section primary key (contribution_id, ordinal),
    constraint fk_contribution_section_contribution foreign key (contribution_id) references contribution (id)
);

create table contribution_adjustment (
    contribution_id uuid not null,
    ordinal integer not null,
    channel varchar(32),
    measure varchar(32) not null,
    delta bigint not null,
    reason varchar(2000) not null,
    constraint pk_contribution_adjustment primary key (contribution_id, ordinal),
    constraint fk_contribution_adjustment_contribution foreign key (contribution_id) references contribution (id)
);

create table contribution_attachment (
    contribution_id uuid not null,
    attachment_id uuid not null,
    constraint pk_contribution_attachment primary key (contribution_id, attachment_id),
    constraint fk_contribution_attachment_contribution foreign key (contribution_id) references contribution (id),
    constraint fk_contribution_attachment_attachment foreign key (attachment_id) references attachment (id)
);
create index ix_contribution_attachment_attachment on contribution_attachment (attachment_id);
