// Queries a running server with Apollo Client and urql, set to send the hash of a document before its text. Of a
// document that the server trusts, they send the hash alone.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';

const url = process.argv[2];
if (!url) {
  console.error('usage: node persisted.mjs URL');
  process.exit(2);
}

const QUERY = 'query Agencies($first: Int!) { agencies(first: $first) { nodes { abbreviation } } }';
const hashOf = (text) => createHash('sha256').update(text).digest('hex');
const sha256 = async (text) => hashOf(text);

const clients = {
  'Apollo Client by POST': apollo({}),
  'Apollo Client with hashes by GET': apollo({ useGETForHashedQueries: true }),
  'urql by POST': urql({ preferGetForPersistedQueries: false }),
  'urql with hashes by GET': urql({ preferGetForPersistedQueries: 'force' }),
};

let faults = 0;
for (const [name, create] of Object.entries(clients)) {
  const sent = [];
  const ask = create((address, options) => {
    sent.push(partsOf(address, options));
    return fetch(address, options);
  });
  // The second time a client may send the text at once; in any case it must get the answer.
  const seen = [];
  for (const first of [2, 3]) seen.push(await ask({ first }).catch((fault) => String(fault)));
  const ok = seen.join() === '2,3' && sent[0] === 'hash' && sent.includes('text');
  console.log(`${ok ? 'ok    ' : 'error '} ${name}: ${sent.join(', ')}${ok ? '' : `\n       ${seen}`}`);
  if (!ok) faults++;
}

// Outside production, urql wants to see the definitions of a document, and with them sends its text.
process.env.NODE_ENV = 'production';

// Clients print a document in their own way, so its id comes from the file, as from a manifest.
const text = readFileSync(new URL('../../schema/operations/directory.graphql', import.meta.url), 'utf8');
const id = hashOf(text);
const trusted = {
  'Apollo Client, trusted': apollo({ sha256: undefined, generateHash: async () => id }),
  'Apollo Client, trusted, by GET': apollo({
    sha256: undefined, generateHash: async () => id, useGETForHashedQueries: true,
  }),
  'urql, trusted': urql({ generateHash: async () => id, preferGetForPersistedQueries: false }),
  'urql, trusted, by GET': urql({ generateHash: async () => id, preferGetForPersistedQueries: 'force' }),
  'urql by documentId': urql(null),
};
for (const [name, create] of Object.entries(trusted)) {
  const sent = [];
  const ask = create((address, options) => {
    sent.push(partsOf(address, options));
    return fetch(address, options);
  });
  const document = name.endsWith('documentId')
    ? { kind: 'Document', definitions: [], documentId: `sha256:${id}` }
    : text;
  const count = await ask({}, document).catch((fault) => String(fault));
  const ok = count > 0 && sent.length === 1 && !sent[0].includes('text');
  console.log(`${ok ? 'ok    ' : 'error '} ${name}: ${sent.join(', ')}${ok ? '' : `\n       ${count}`}`);
  if (!ok) faults++;
}

console.log(`${faults} faults over ${Object.keys({ ...clients, ...trusted }).length} clients`);
process.exit(faults === 0 ? 0 : 1);

function apollo(options) {
  return (fetch) => {
    const link = new PersistedQueryLink({ sha256, ...options }).concat(new HttpLink({ uri: url, fetch }));
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    return async (variables, document = QUERY) =>
      (await client.query({ query: gql(document), variables })).data.agencies.nodes.length;
  };
}

function urql(options) {
  return (fetch) => {
    const client = new Client({
      url,
      fetch,
      preferGetMethod: false,
      exchanges: [options && persistedExchange({ generateHash: sha256, ...options }), fetchExchange].filter(Boolean),
    });
    return async (variables, document = QUERY) => {
      const { data, error } = await client.query(document, variables).toPromise();
      if (error) throw error;
      return data.agencies.nodes.length;
    };
  };
}

// The parts of a request that name its document.
function partsOf(address, { body }) {
  const said = body ? JSON.parse(body) : Object.fromEntries(new URL(address).searchParams);
  const hash = said.documentId || JSON.stringify(said.extensions ?? '').includes('sha256Hash');
  return [hash && 'hash', said.query && 'text'].filter(Boolean).join(' and ');
}
