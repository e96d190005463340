-- Removes what M1 and S1 stored with our server: reports of months that the rows do not have.
BEGIN;
CREATE TEMP TABLE gone ON COMMIT DROP AS SELECT id FROM monthly_reports WHERE month > 202512;
CREATE TEMP TABLE gone_events ON COMMIT DROP AS
  SELECT id FROM events WHERE report_id IN (SELECT id FROM gone);
DELETE FROM event_revisions WHERE report_id IN (SELECT id FROM gone);
DELETE FROM event_hosts WHERE event_id IN (SELECT id FROM gone_events);
DELETE FROM events WHERE id IN (SELECT id FROM gone_events);
DELETE FROM audit_entries WHERE subject_id IN (SELECT id FROM gone);
DELETE FROM feed_entries WHERE subject_id IN (SELECT id FROM gone);
DELETE FROM monthly_reports WHERE id IN (SELECT id FROM gone);
COMMIT;
VACUUM ANALYZE event_revisions, event_hosts, events, audit_entries, feed_entries, feed_counters, monthly_reports;
CHECKPOINT;
