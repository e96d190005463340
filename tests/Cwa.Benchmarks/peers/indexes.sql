CREATE INDEX ON agencies (parent_id);
CREATE UNIQUE INDEX ON liaisons (agency_id) WHERE is_primary AND end_date IS NULL;
CREATE INDEX ON liaisons (agency_id, start_date);
CREATE INDEX ON events (event_date, id);
CREATE INDEX ON events (state, event_date, id);
CREATE INDEX ON events (report_id, event_date, id);
CREATE INDEX ON events (agency_id, event_date, id);
CREATE INDEX ON complaint_metrics (month, agency_id, category) INCLUDE (received, resolved, backlog, median_days);

-- PostGraphile's own mutations cannot store a report with its events in one transaction: a function does it.
CREATE TYPE event_input AS (
  event_date date, title text, description text, kind text, media text,
  city text, state text, zip text, customers_reached int);
CREATE FUNCTION submit_report(
  agency_id int, month date, revision int, submitted_by text, narrative text, events event_input[])
RETURNS monthly_reports LANGUAGE plpgsql VOLATILE AS $$
DECLARE r monthly_reports;
BEGIN
  INSERT INTO monthly_reports (agency_id, month, revision, status, submitted_by, narrative)
  VALUES (submit_report.agency_id, submit_report.month, submit_report.revision, 'SUBMITTED',
    submit_report.submitted_by, submit_report.narrative)
  RETURNING * INTO r;
  INSERT INTO events (report_id, agency_id, event_date, title, description, kind, media, city, state, zip,
    customers_reached)
  SELECT r.id, r.agency_id, e.event_date, e.title, e.description, e.kind, e.media, e.city, e.state, e.zip,
    e.customers_reached
  FROM unnest(submit_report.events) e;
  RETURN r;
END $$;
-- The liaison of today as a field, so that PostGraphile can select it.
CREATE FUNCTION agencies_primary_liaison(a agencies) RETURNS liaisons LANGUAGE sql STABLE AS $$
  SELECT l.* FROM liaisons l WHERE l.agency_id = a.id AND l.is_primary AND l.end_date IS NULL LIMIT 1
$$;
