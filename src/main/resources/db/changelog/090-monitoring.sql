--liquibase formatted sql

--changeset trien-khai:monitoring-of-a-period
--comment: So that what a period costs does not grow with the years before and after it.
create index ix_assignment_state_due on assignment_state (due, assignment_id);
create index ix_channel_run_planned on channel_run (plan_id, planned_from);
create index ix_inspection_visit_date on inspection_visit (visit_date);
create index ix_assignment_state_submitted on assignment_state (submitted_at);
create index ix_assignment_plan_closed on assignment (plan_id, closed_at);
create index ix_evidence_plan_from on evidence (plan_id, happened_from);
