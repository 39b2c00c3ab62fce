--liquibase formatted sql

--changeset trienkhai:001-history-without-details
--comment A database that was begun with the level "full" (3) goes on without a row per change of a variable.
update ACT_GE_PROPERTY set VALUE_ = '30' where NAME_ = 'historyLevel' and VALUE_ = '3';
