// Talks to a running server with the reference clients of graphql-transport-ws and graphql-sse.
import { createClient as createEventStream } from 'graphql-sse';
import { createClient as createSocket } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.argv[2];
if (!url) {
  console.error('usage: node live.mjs URL');
  process.exit(2);
}

const clients = {
  WebSocket: () => createSocket({ url: url.replace(/^http/, 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 }),
  'event stream': () => createEventStream({ url, fetchFn: fetch, retryAttempts: 0 }),
};

// What each client must see: the results, with the code in place of a refusal.
const cases = {
  'a query': {
    query: 'query Q($first: Int!) { agencies(first: $first) { nodes { __typename } } }',
    variables: { first: 2 },
    sees: [{ agencies: { nodes: [{ __typename: 'Agency' }, { __typename: 'Agency' }] } }],
  },
  'the operation that is named': {
    query: 'query A { __typename } query B { b: __typename }',
    operationName: 'B',
    sees: [{ b: 'Query' }],
  },
  'a document with a syntax error': { query: '{', sees: ['GRAPHQL_PARSE_FAILED'] },
  'a document that does not fit the schema': { query: '{ nothing }', sees: ['GRAPHQL_VALIDATION_FAILED'] },
};

let faults = 0;
for (const [transport, create] of Object.entries(clients)) {
  for (const [name, { sees, ...request }] of Object.entries(cases)) {
    const seen = await results(create, request).catch((fault) => [String(fault)]);
    const ok = JSON.stringify(seen) === JSON.stringify(sees);
    console.log(`${ok ? 'ok    ' : 'error '} ${transport}: ${name}${ok ? '' : `\n       ${JSON.stringify(seen)}`}`);
    if (!ok) faults++;
  }
}

console.log(`${faults} faults over ${Object.keys(clients).length} transports`);
process.exit(faults === 0 ? 0 : 1);

async function results(create, request) {
  const client = create();
  const seen = [];
  try {
    for await (const { data, errors } of client.iterate(request)) seen.push(errors ? codeOf(errors) : data);
  } catch (errors) {
    // On a socket a refusal is a message of its own.
    if (!Array.isArray(errors)) throw errors;
    seen.push(codeOf(errors));
  } finally {
    await client.dispose();
  }
  return seen;
}

function codeOf([{ extensions }]) {
  return extensions.code;
}
