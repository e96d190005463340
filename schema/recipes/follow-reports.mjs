// Prints each monthly report as it is submitted, over a WebSocket. After a cut or a restart it resumes after the
// last one.
//
//   npm install graphql-ws ws
//   CWA_TOKEN=… node follow-reports.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const file = 'follow-reports.mjs.cursor';
let silence;
const client = createClient({
  url: `${(process.env.CWA_URL ?? 'http://localhost:5000').replace(/^http/, 'ws')}/graphql`,
  webSocketImpl: WebSocket,
  connectionParams: () => ({ Authorization: `Bearer ${process.env.CWA_TOKEN}` }),
  retryAttempts: Infinity,
  shouldRetry: ({ code }) => code !== 4403, // this token is no longer accepted
  // The server pings every 25 seconds: a connection that is silent for a minute is dead.
  on: { message: () => { clearTimeout(silence); silence = setTimeout(() => client.terminate(), 60_000); } },
});

// The first time, begin with what comes from now on. The client sends the variables again with each new connection,
// so it resumes where it was.
if (!existsSync(file)) {
  const { value } = await client.iterate({ query: '{ feed(last: 1) { pageInfo { endCursor } } }' }).next().catch(stop);
  writeFileSync(file, value.data.feed.pageInfo.endCursor ?? '');
}
const variables = { after: readFileSync(file, 'utf8') || null };
const query = `subscription ($after: String) {
  monthlyReportSubmitted(after: $after) {
    cursor amends monthlyReport { month revision eventCount agency { abbreviation } }
  }
}`;
client.subscribe({ query, variables }, {
  next({ data: { monthlyReportSubmitted: { cursor, amends, monthlyReport: report } } }) {
    const kind = amends ? ', an amendment' : '';
    console.log(
      `${report.agency.abbreviation}: ${report.month}, revision ${report.revision}, ${report.eventCount} events${kind}`,
    );
    writeFileSync(file, variables.after = cursor);
  },
  error: stop,
  complete() {},
});

// Both a WebSocket that is closed for good and a refused operation give a reason.
function stop(fault) {
  console.error(fault.reason ?? fault[0]?.message ?? fault);
  process.exit(1);
}
