// Reports of one agency to a server in Development that accepts the key in CWA_SIGNING_KEY, base64, as it does that of `dotnet user-jwts`.
import { createHmac, randomInt } from 'node:crypto';

// Months that nobody else reports, a century of its own for each run: so it is found out what is told twice.
let month = randomInt(20, 90) * 100 * 12;

export function tokenOf(role, agency) {
  const exp = Math.floor(Date.now() / 1000) + 3600;
  const claims = { iss: 'dotnet-user-jwts', aud: 'http://localhost:5000', sub: 'conformance', name: 'conformance', role, agency, exp };
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', Buffer.from(process.env.CWA_SIGNING_KEY, 'base64')).update(signed).digest('base64url')}`;
}

// Submits the next month's report, and says which month it was.
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

// Where the feed ends now as the token's bearer sees it: who follows it from there gets all that comes.
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
