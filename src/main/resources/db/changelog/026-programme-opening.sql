--liquibase formatted sql

--changeset trienkhai:026-programme-opened-lines
--comment A programme's lines become assignments part by part.
alter table work_programme add opened_lines integer default 0 not null;
update work_programme set opened_lines = (select count(*) from programme_item
    where programme_item.programme_id = work_programme.id and programme_item.included = true)
    where status in ('UNDER_WAY', 'CLOSED');
