--liquibase formatted sql

--changeset trien-khai:report-request-units-term
alter table report_request add units_term varchar(100);
alter table report_request add whole_term varchar(100);
