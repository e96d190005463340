// The schema and the SQL of a peer written by hand, with named statements, which PostgreSQL plans once a connection.
import pg from "pg";

pg.types.setTypeParser(1082, (text) => text); // dates stay text
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: +process.env.POOL });
pool.on("error", () => {});

export const typeDefs = /* GraphQL */ `
  scalar Date
  type Query {
    agencies(first: Int): [Agency!]!
    events(from: Date, to: Date, states: [String!], first: Int!, after: String, offset: Int): EventConnection!
  }
  type Mutation { submitReport(input: SubmitReportInput!): SubmitReportPayload! }
  type Subscription { reportSubmitted: SubmittedReport! }
  type Agency {
    id: Int! abbreviation: String! name: String! website: String!
    primaryLiaison: Liaison
    complaintTotals(from: Date!, to: Date!): [ComplaintTotal!]!
    reports(first: Int!): [Report!]!
    annualResults(sinceYear: Int!): [AnnualResult!]!
  }
  type Liaison { name: String! title: String! email: String! phone: String! }
  type ComplaintTotal { category: String! received: Int! resolved: Int! backlog: Int! maxMedianDays: Int! }
  type Report { id: Int! month: Date! revision: Int! status: String! events(first: Int!): [Event!]! }
  type AnnualResult { id: Int! year: Int! standard: String! target: Int! actual: Int! summary: String! }
  type Event {
    id: Int! eventDate: Date! title: String! description: String! kind: String! media: String!
    city: String! state: String! zip: String! customersReached: Int! agency: Agency!
  }
  type EventConnection { totalCount: Int! pageInfo: PageInfo! nodes: [Event!]! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  input SubmitReportInput {
    agencyId: Int! month: Date! revision: Int! submittedBy: String! narrative: String! events: [EventInput!]!
  }
  input EventInput {
    eventDate: Date! title: String! description: String! kind: String! media: String!
    city: String! state: String! zip: String! customersReached: Int!
  }
  type SubmitReportPayload { report: SubmittedReport! }
  type SubmittedReport { id: Int! agencyId: Int! month: Date! revision: Int! }
`;

const AGENCY = "id, abbreviation, name, website";
const EVENT = `id, report_id AS "reportId", agency_id AS "agencyId", event_date AS "eventDate", title, description,
  kind, media, city, state, zip, customers_reached AS "customersReached"`;

const query = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const many = (ids, rows, key = "agencyId") => {
  const lists = new Map(ids.map((id) => [id, []]));
  for (const row of rows) lists.get(row[key]).push(row);
  return ids.map((id) => lists.get(id));
};

const one = (ids, rows, key) => {
  const known = new Map(rows.map((row) => [row[key], row]));
  return ids.map((id) => known.get(id) ?? null);
};

export const agencies = (first) =>
  query("agencies", `SELECT ${AGENCY} FROM agencies ORDER BY id LIMIT $1`, [first ?? null]);

export const agenciesById = async (ids) => {
  const text = `SELECT ${AGENCY} FROM agencies WHERE id = ANY($1::int[])`;
  return one(ids, await query("agenciesById", text, [[...new Set(ids)]]), "id");
};

export const primaryLiaisons = async (ids) => {
  const text = `SELECT agency_id AS "agencyId", name, title, email, phone FROM liaisons
    WHERE agency_id = ANY($1::int[]) AND is_primary AND end_date IS NULL`;
  return one(ids, await query("liaisons", text, [ids]), "agencyId");
};

export const complaintTotals = async (ids, from, to) => {
  const text = `SELECT agency_id AS "agencyId", category, sum(received)::int AS received,
      sum(resolved)::int AS resolved, sum(backlog)::int AS backlog, max(median_days) AS "maxMedianDays"
    FROM complaint_metrics WHERE agency_id = ANY($1::int[]) AND month BETWEEN $2 AND $3
    GROUP BY agency_id, category ORDER BY agency_id, category`;
  return many(ids, await query("totals", text, [ids, from, to]));
};

export const reports = async (ids, first) => {
  const text = `SELECT r.* FROM unnest($1::int[]) a(id) CROSS JOIN LATERAL (
    SELECT id, agency_id AS "agencyId", month, revision, status FROM monthly_reports
    WHERE agency_id = a.id ORDER BY month DESC, revision DESC LIMIT $2) r`;
  return many(ids, await query("reports", text, [ids, first]));
};

export const reportEvents = async (ids, first) => {
  const text = `SELECT e.* FROM unnest($1::int[]) r(rid) CROSS JOIN LATERAL (
    SELECT ${EVENT} FROM events WHERE report_id = r.rid ORDER BY event_date, id LIMIT $2) e`;
  return many(ids, await query("reportEvents", text, [ids, first]), "reportId");
};

export const annualResults = async (ids, since) => {
  const text = `SELECT id, agency_id AS "agencyId", year, standard, target, actual, summary FROM annual_results
    WHERE agency_id = ANY($1::int[]) AND year >= $2 ORDER BY year DESC, standard`;
  return many(ids, await query("annual", text, [ids, since]));
};

const condition = (args) => {
  const parts = [], values = [];
  const value = (x) => (values.push(x), `$${values.length}`);
  let name = "";
  if (args.from) { parts.push(`event_date >= ${value(args.from)}`); name += "f"; }
  if (args.to) { parts.push(`event_date <= ${value(args.to)}`); name += "t"; }
  if (args.states) { parts.push(`state = ANY(${value(args.states)}::text[])`); name += "s"; }
  return { parts, values, value, name };
};
const where = (parts) => (parts.length ? `WHERE ${parts.join(" AND ")}` : "");

export async function events(args) {
  const { parts, values, value, name } = condition(args);
  if (args.after) {
    const [date, id] = Buffer.from(args.after, "base64url").toString().split("|");
    parts.push(`(event_date, id) > (${value(date)}::date, ${value(id)}::int)`);
  }
  const text = `SELECT ${EVENT} FROM events ${where(parts)} ORDER BY event_date, id
    LIMIT ${value(args.first + 1)} OFFSET ${value(args.offset ?? 0)}`;
  const nodes = await query(`events${name}${args.after ? "a" : ""}`, text, values);
  const hasNextPage = nodes.length > args.first;
  if (hasNextPage) nodes.pop();
  const last = nodes.at(-1);
  const endCursor = last ? Buffer.from(`${last.eventDate}|${last.id}`).toString("base64url") : null;
  return { nodes, args, pageInfo: { hasNextPage, endCursor } };
}

export async function eventsCount(args) {
  const { parts, values, name } = condition(args);
  return (await query(`count${name}`, `SELECT count(*)::int AS n FROM events ${where(parts)}`, values))[0].n;
}

const COLUMNS = ["eventDate", "title", "description", "kind", "media", "city", "state", "zip", "customersReached"];

export async function submit(input) {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { agencyId, month, revision, submittedBy, narrative } = input;
    const report = (await client.query({
      name: "insertReport",
      text: `INSERT INTO monthly_reports (agency_id, month, revision, status, submitted_by, narrative)
        VALUES ($1, $2, $3, 'SUBMITTED', $4, $5) RETURNING id, agency_id AS "agencyId", month, revision`,
      values: [agencyId, month, revision, submittedBy, narrative],
    })).rows[0];
    await client.query({
      name: "insertEvents",
      text: `INSERT INTO events (report_id, agency_id, event_date, title, description, kind, media, city, state, zip,
          customers_reached)
        SELECT $1, $2, * FROM unnest($3::date[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
          $9::text[], $10::text[], $11::int[])`,
      values: [report.id, agencyId, ...COLUMNS.map((column) => input.events.map((event) => event[column]))],
    });
    await client.query("COMMIT");
    return report;
  } catch (e) {
    await client.query("ROLLBACK");
    throw e;
  } finally {
    client.release();
  }
}
