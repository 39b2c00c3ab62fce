--liquibase formatted sql

--changeset trien-khai:open-of-origin
--comment: Each assignment that closes asks whether its programme has open ones left; among 53,000 of which most are closed too.
create index ix_assignment_origin_progress on assignment (origin_kind, origin_id, progress);
