--liquibase formatted sql

--changeset trien-khai:036-notice-let-go
-- Whose messages were all read long ago and cleaned up; the row stays, so that the event is never told again.
alter table notice add column let_go_at timestamp(6) with time zone;
