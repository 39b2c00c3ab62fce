--liquibase formatted sql

--changeset trien-khai:content
create table content (
    id uuid not null,
    version integer not null,
    plan_id varchar(64) not null,
    unit varchar(64) not null,
    assignment_id uuid,
    title varchar(300) not null,
    topic varchar(32) not null,
    scope varchar(16) not null,
    status varchar(32) not null,
    in_hand boolean not null,
    latest integer not null,
    latest_by varchar(64) not null,
    content_checked_by varchar(64),
    approved_version integer,
    approved_at timestamp(6) with time zone,
    approved_by varchar(64),
    constraint pk_content primary key (id),
    constraint fk_content_assignment foreign key (assignment_id) references assignment (id)
);
create index ix_content_assignment on content (assignment_id);
create index ix_content_plan_unit on content (plan_id, unit);
create index ix_content_plan_scope on content (plan_id, scope, status);

create table content_version (
    id uuid not null,
    content_id uuid not null,
    number integer not null,
    title varchar(300) not null,
    topic varchar(32) not null,
    sub_topics varchar(200) not null,
    form_of_work varchar(32) not null,
    audiences varchar(400) not null,
    channels varchar(400) not null,
    scope varchar(16) not null,
    text varchar(20000) not null,
    written_at timestamp(6) with time zone not null,
    written_by varchar(64) not null,
    constraint pk_content_version primary key (id),
    constraint uq_content_version_number unique (content_id, number),
    constraint fk_content_version_content foreign key (content_id) references content (id)
);

create table content_version_attachment (
    content_version_id uuid not null,
    attachment_id uuid not null,
    constraint pk_content_version_attachment primary key (content_version_id, attachment_id),
    constraint fk_content_version_attachment_version foreign key (content_version_id) references content_version (id),
    constraint fk_content_version_attachment_attachment foreign key (attachment_id) references attachment (id)
);
create index ix_content_version_attachment_attachment on content_version_attachment (attachment_id);

create table content_review (
    id uuid not null,
    content_id uuid not null,
    number integer not null,
    step varchar(32) not null,
    passed boolean not null,
    remark varchar(4000),
    happened_at timestamp(6) with time zone not null,
    reviewer varchar(64) not null,
    constraint pk_content_review primary key (id),
    constraint fk_content_review_content foreign key (content_id) references content (id)
);
create index ix_content_review_content on content_review (content_id, happened_at);

--changeset trien-khai:channel-run
create table channel_run (
    id uuid not null,
    version integer not null,
    plan_id varchar(64) not null,
    unit varchar(64) not null,
    duty_code varchar(32),
    assignment_id uuid,
    content_id uuid not null,
    content_version integer not null,
    channel varchar(32) not null,
    substitute_for varchar(32),
    substitute_why varchar(4000),
    planned_from date,
    planned_to date,
    planned_place varchar(500),
    status varchar(32) not null,
    reason varchar(4000),
    evidence_id uuid,
    closed_at timestamp(6) with time zone,
    closed_by varchar(64),
    under_correction boolean not null,
    corrected_on date,
    correction_note varchar(4000),
    constraint pk_channel_run primary key (id),
    constraint fk_channel_run_assignment foreign key (assignment_id) references assignment (id),
    constraint fk_channel_run_content foreign key (content_id) references content (id),
    constraint fk_channel_run_evidence foreign key (evidence_id) references evidence (id)
);
create index ix_channel_run_assignment on channel_run (assignment_id);
create index ix_channel_run_content on channel_run (content_id);
create index ix_channel_run_evidence on channel_run (evidence_id);
create index ix_channel_run_unit on channel_run (unit, status);

create table channel_run_proof (
    channel_run_id uuid not null,
    attachment_id uuid not null,
    constraint pk_channel_run_proof primary key (channel_run_id, attachment_id),
    constraint fk_channel_run_proof_run foreign key (channel_run_id) references channel_run (id),
    constraint fk_channel_run_proof_attachment foreign key (attachment_id) references attachment (id)
);
create index ix_channel_run_proof_attachment on channel_run_proof (attachment_id);
