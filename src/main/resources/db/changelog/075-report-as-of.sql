--liquibase formatted sql

--changeset trien-khai:contribution-editions
alter table contribution add edition integer default 1 not null;
alter table contribution drop constraint fk_contribution_assignment;
alter table contribution drop constraint uq_contribution_assignment;
alter table contribution add constraint uq_contribution_edition unique (assignment_id, edition);
alter table contribution add constraint fk_contribution_assignment foreign key (assignment_id) references assignment (id);

--changeset trien-khai:report-figures-rules
--comment: 0 for reports from before the rules were numbered; their moment was kept, the states of assignments then are approximate.
alter table report add figures_rules integer default 0 not null;

--changeset trien-khai:report-yearly
alter table report_request alter column requested_by drop not null;
alter table report_request add legal_year integer;
alter table report_request add constraint uq_report_request_year unique (plan_id, legal_year);
