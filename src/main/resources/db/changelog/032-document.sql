--liquibase formatted sql

--changeset trienkhai:032-document
create table document (
  id uuid not null,
  version integer not null,
  type varchar(32) not null,
  issuer varchar(64) not null,
  drafter varchar(64) not null,
  plan_id varchar(64) not null,
  urgency varchar(32) not null,
  source_kind varchar(64) not null,
  source_id varchar(200) not null,
  title varchar(1000) not null,
  search_text varchar(1200) not null,
  status varchar(32) not null,
  current_version integer not null,
  drafted_by varchar(130) not null,
  drafted_at timestamp(6) with time zone not null,
  listed_on date not null,
  signed_version integer,
  signed_by varchar(130),
  signed_at timestamp(6) with time zone,
  signing_capacity varchar(32),
  number_year integer,
  sequence_number integer,
  number_text varchar(100),
  number_date date,
  numbered_where varchar(16),
  issued_by varchar(130),
  issued_at timestamp(6) with time zone,
  abandoned_why varchar(4000),
  constraint pk_document primary key (id),
  constraint uq_document_number unique (issuer, type, number_year, number_text)
);
create index ix_document_plan on document (plan_id, status, listed_on);
create index ix_document_source on document (source_kind, source_id);

create table document_clause (
  document_id uuid not null,
  clause varchar(64) not null,
  constraint pk_document_clause primary key (document_id, clause),
  constraint fk_document_clause_document foreign key (document_id) references document (id)
);
create index ix_document_clause on document_clause (clause);

-- signed copies of documents that were numbered elsewhere
create table document_scan (
  document_id uuid not null,
  attachment_id uuid not null,
  constraint pk_document_scan primary key (document_id, attachment_id),
  constraint fk_document_scan_document foreign key (document_id) references document (id),
  constraint fk_document_scan_attachment foreign key (attachment_id) references attachment (id)
);

--changeset trienkhai:032-document-version
-- versions and their bytes are only ever added
create table document_version (
  id uuid not null,
  document_id uuid not null,
  number integer not null,
  sha256 varchar(64) not null,
  size_bytes bigint not null,
  made_by varchar(130) not null,
  made_at timestamp(6) with time zone not null,
  change_note varchar(500) not null,
  constraint pk_document_version primary key (id),
  constraint uq_document_version unique (document_id, number),
  constraint fk_document_version_document foreign key (document_id) references document (id)
);

create table document_content (
  version_id uuid not null,
  bytes ${binary} not null,
  constraint pk_document_content primary key (version_id),
  constraint fk_document_content_version foreign key (version_id) references document_version (id)
);

--changeset trienkhai:032-document-mark
create table document_mark (
  id uuid not null,
  document_id uuid not null,
  version_number integer not null,
  sha256 varchar(64) not null,
  step varchar(32) not null,
  passed boolean not null,
  remark varchar(4000),
  made_by varchar(130) not null,
  made_at timestamp(6) with time zone not null,
  place integer not null,
  constraint pk_document_mark primary key (id),
  constraint uq_document_mark unique (document_id, place),
  constraint fk_document_mark_document foreign key (document_id) references document (id)
);

--changeset trienkhai:032-document-amendment
-- what happened to a document after it was issued
create table document_amendment (
  id uuid not null,
  document_id uuid not null,
  kind varchar(32) not null,
  by_document uuid,
  reason varchar(4000) not null,
  asked_by varchar(130) not null,
  decided_by varchar(130) not null,
  decided_at timestamp(6) with time zone not null,
  constraint pk_document_amendment primary key (id),
  constraint fk_document_amendment_document foreign key (document_id) references document (id),
  constraint fk_document_amendment_by foreign key (by_document) references document (id)
);
create index ix_document_amendment_document on document_amendment (document_id);
create index ix_document_amendment_by on document_amendment (by_document);

--changeset trienkhai:032-document-number
-- the last number of each sequence; the row without an issuer is locked while a new sequence begins
create table document_number (
  issuer varchar(64) not null,
  type varchar(32) not null,
  number_year integer not null,
  last_number integer not null,
  last_date date,
  constraint pk_document_number primary key (issuer, type, number_year)
);
insert into document_number (issuer, type, number_year, last_number) values ('-', '-', 0, 0);
