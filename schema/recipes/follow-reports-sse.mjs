// Prints each monthly report as it is submitted, over an event stream. After a cut or a restart it resumes after the
// last one.
//
//   npm install graphql-sse
//   CWA_TOKEN=… node follow-reports-sse.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createClient } from 'graphql-sse';

const file = 'follow-reports-sse.mjs.cursor';
const url = `${process.env.CWA_URL ?? 'http://localhost:5000'}/graphql`;
// The client calls this for each new connection, so it resumes where it was.
const headers = () => ({
  Authorization: `Bearer ${process.env.CWA_TOKEN}`,
  'Last-Event-ID': existsSync(file) ? readFileSync(file, 'utf8') : '',
});
const client = createClient({ url, headers, fetchFn, retryAttempts: Infinity });

// The first time, begin with what comes from now on.
if (!existsSync(file)) {
  const { value } = await client.iterate({ query: '{ feed(last: 1) { pageInfo { endCursor } } }' }).next();
  writeFileSync(file, value.data.feed.pageInfo.endCursor ?? '');
}
const query = `subscription {
  monthlyReportSubmitted { cursor amends monthlyReport { month revision eventCount agency { abbreviation } } }
}`;
client.subscribe({ query }, {
  next({ data, errors }) {
    if (errors) stop(errors[0].message);
    const { cursor, amends, monthlyReport: report } = data.monthlyReportSubmitted;
    const kind = amends ? ', an amendment' : '';
    console.log(
      `${report.agency.abbreviation}: ${report.month}, revision ${report.revision}, ${report.eventCount} events${kind}`,
    );
    writeFileSync(file, cursor);
  },
  error: stop,
  complete() {},
});

async function fetchFn(...request) {
  const response = await fetch(...request);
  return response.status === 401 ? stop('The token is not accepted, or has expired.') : response;
}

function stop(fault) {
  console.error(fault);
  process.exit(1);
}
