--liquibase formatted sql

--changeset trienkhai:007-holiday-rule-history
alter table holiday_rule add entered_at timestamp(6) with time zone;
alter table holiday_rule add entered_by varchar(130);
alter table holiday_rule add ended_at timestamp(6) with time zone;
alter table holiday_rule add ended_by varchar(130);
alter table holiday_rule add ended_why varchar(500);
