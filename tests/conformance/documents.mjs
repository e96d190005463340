// Sends a running server thousands of random requests, valid and invalid, and compares it with graphql-js: the server
// must accept and refuse the same requests, and the data must have exactly the shape that the request selects. The
// server runs with raised limits.
import { buildSchema } from 'graphql';
import { generate } from './documents/generate.mjs';
import { mutate } from './documents/mutate.mjs';
import { judge, misshapen } from './documents/oracle.mjs';
import { randomOf } from './documents/random.mjs';
import { supplyScalars } from './documents/values.mjs';
import { tokenOf } from './reports.mjs';

const AT_ONCE = 8;
const ROLES = ['Agency.Submit', 'Npr.Read', 'Npr.Review', 'Npr.Admin'];
const REFUSED = [
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
];
// Codes of valid requests that are too large or cannot be served.
const LATER = ['LIMIT_EXCEEDED', 'COST_EXCEEDED', 'INVALID_PAGE_SIZE', 'METHOD_NOT_ALLOWED', 'TIMEOUT'];

const [url, count = '2000', seed = String(Math.floor(Math.random() * 1e9))] = process.argv.slice(2);
if (!url || !process.env.CWA_SIGNING_KEY) {
  console.error('usage: CWA_SIGNING_KEY=KEY node documents.mjs URL [COUNT [SEED]]');
  process.exit(2);
}

const token = tokenOf(ROLES, 'SSA');
const schema = buildSchema(await (await fetch(`${url}?sdl`)).text());
supplyScalars(schema);
const ids = await someIds();
const tally = { accepted: 0, refused: 0, 'too much': 0, faults: 0 };
let next = 0;
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (next < Number(count)) await check(next++);
  }),
);
console.log(`${JSON.stringify(tally)} with seed ${seed}`);
process.exit(tally.faults === 0 && tally['too much'] < Number(count) / 10 ? 0 : 1);

async function check(number) {
  const random = randomOf(Number(seed) * 7919 + number);
  let request = generate(schema, random, ids);
  if (random.chance(0.6)) request = mutate(request, schema, random);
  const json = request.raw ?? JSON.stringify(request.variables);
  const verdict = judge(schema, { query: request.query, variables: JSON.parse(json) ?? {} });
  const answer = await ask(request.query, json, verdict.refused ? 10_000 : 200);
  const codes = (answer.errors ?? []).map((error) => error.extensions.code);
  // An error with a path comes from a field, so the request itself was accepted.
  const isRefused =
    !('data' in answer) &&
    (answer.errors ?? []).some((error) => REFUSED.includes(error.extensions.code) && !error.path);
  const fault = codes.includes('INTERNAL_SERVER_ERROR')
    ? 'it failed'
    : !isRefused && !('data' in answer)
      ? (answer.errors ?? []).every((error) => error.path || LATER.includes(error.extensions.code))
        ? null
        : 'no answer'
      : isRefused && !verdict.refused
        ? 'graphql-js accepts it'
        : !isRefused && verdict.refused
          ? `graphql-js refuses it: ${verdict.refused}`
          : isRefused || answer.isStream
            ? null
            : misshapen(schema, verdict, answer.data);
  tally[fault ? 'faults' : isRefused ? 'refused' : 'data' in answer ? 'accepted' : 'too much']++;
  if (fault)
    console.log(`error  ${number}: ${fault}\n${request.query}\n${json}\n${JSON.stringify(answer).slice(0, 700)}\n`);
}

async function ask(query, variables, patience = 0) {
  const stop = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream;q=0.5',
      authorization: `Bearer ${token}`,
    },
    body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
    signal: stop.signal,
  });
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.json();
  // A stream that is not refused stays silent for a while. Its messages are checked elsewhere.
  const silence = new Promise((passed) => setTimeout(passed, patience, ''));
  const first = await Promise.race([
    response.body
      .getReader()
      .read()
      .then(({ value }) => new TextDecoder().decode(value)),
    silence,
  ]);
  stop.abort();
  return first.includes('"errors"') ? JSON.parse(first.match(/^data: (.*)$/m)[1]) : { data: {}, isStream: true };
}

async function someIds() {
  const { data } = await ask(
    `{
      agencies(first: 5) { nodes { id } } events(first: 5) { nodes { id } } monthlyReports(first: 5) { nodes { id } }
    }`,
    '{}',
  );
  return Object.values(data).flatMap((list) => list.nodes.map((node) => node.id));
}
