--liquibase formatted sql

-- Indexes that the engine's own schema lacks and that its own statements ask for. The schema is frozen with 7.24.

--changeset trienkhai:002-sub-tasks
--comment Every task that ends looks for its sub-tasks and would scan all open tasks.
create index ix_act_ru_task_parent on ACT_RU_TASK (PARENT_TASK_ID_);

--changeset trienkhai:002-due-jobs
--comment The job executor looks for jobs that are due.
create index ix_act_ru_job_duedate on ACT_RU_JOB (DUEDATE_);

--changeset trienkhai:002-rights-of-a-resource
--comment Ending a task removes the rights to it; checking a right looks for them.
create index ix_act_ru_auth_resource on ACT_RU_AUTHORIZATION (RESOURCE_TYPE_, RESOURCE_ID_);
