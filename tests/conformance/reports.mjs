// Submits reports of one agency to a server in Development that accepts tokens signed with CWA_SIGNING_KEY (base64).
import { createHmac, randomInt } from 'node:crypto';

// Months that nobody else reports: a century for each run, so that a month received twice is noticed.
let month = randomInt(20, 90) * 100 * 12;

export function tokenOf(role, agency) {
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const claims = {
    iss: 'dotnet-user-jwts',
    aud: 'http://localhost:5000',
    sub: 'conformance',
    name: 'conformance',
    role,
    agency,
    exp,
  };
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  const key = Buffer.from(process.env.CWA_SIGNING_KEY, 'base64');
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

// Submits the report of the next month, and returns the month.
export async function submit(url) {
  const token = tokenOf('Agency.Submit', 'SSA');
  const { agency } = await ask(url, token, '{ agency(by: { abbreviation: "SSA" }) { id } }');
  const name = `${Math.floor(month / 12)}-${String((month++ % 12) + 1).padStart(2, '0')}`;
  const { submitMonthlyReport } = await ask(
    url,
    token,
    'mutation ($input: SubmitMonthlyReportInput!) { submitMonthlyReport(input: $input) { errors { message } } }',
    { input: { agencyId: agency.id, month: name, nil: true } },
  );
  if (submitMonthlyReport.errors.length > 0) throw new Error(submitMonthlyReport.errors[0].message);
  return name;
}

// The cursor of the feed's newest entry for the token's bearer.
export async function endOfFeed(url, token) {
  return (await ask(url, token, '{ feed(last: 1) { pageInfo { endCursor } } }')).feed.pageInfo.endCursor;
}

async function ask(url, token, query, variables) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

function part(content) {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
