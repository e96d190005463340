// Runs every audit of the GraphQL-over-HTTP specification against a running server. A notice or a warning counts as a
// failure.
import { serverAudits } from 'graphql-http';

const EXPECTED = 61;

const url = process.argv[2];
if (!url) {
  console.error('usage: node audit.mjs URL');
  process.exit(2);
}

const audits = serverAudits({ url, fetchFn: fetch });
let ok = 0;
for (const audit of audits) {
  const { status, reason } = await audit.fn().catch((fault) => ({ status: 'error', reason: fault.message }));
  console.log(`${status.padEnd(6)} ${audit.id} ${audit.name}${reason ? `\n       ${reason}` : ''}`);
  if (status === 'ok') ok++;
}

console.log(`${ok} of ${EXPECTED} audits ok`);
process.exit(ok === EXPECTED && audits.length === EXPECTED ? 0 : 1);
