// Queries a running server with Apollo Client and urql, set to send the hash of a document before its text.
import { createHash } from 'node:crypto';
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
const sha256 = async (text) => createHash('sha256').update(text).digest('hex');

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

console.log(`${faults} faults over ${Object.keys(clients).length} clients`);
process.exit(faults === 0 ? 0 : 1);

function apollo(options) {
  return (fetch) => {
    const link = new PersistedQueryLink({ sha256, ...options }).concat(new HttpLink({ uri: url, fetch }));
    const client = new ApolloClient({ link, cache: new InMemoryCache() });
    return async (variables) => (await client.query({ query: gql(QUERY), variables })).data.agencies.nodes.length;
  };
}

function urql(options) {
  return (fetch) => {
    const client = new Client({
      url,
      fetch,
      preferGetMethod: false,
      exchanges: [persistedExchange({ generateHash: sha256, ...options }), fetchExchange],
    });
    return async (variables) => {
      const { data, error } = await client.query(QUERY, variables).toPromise();
      if (error) throw error;
      return data.agencies.nodes.length;
    };
  };
}

// The parts of a request that name its document.
function partsOf(address, { body }) {
  const said = body ? JSON.parse(body) : Object.fromEntries(new URL(address).searchParams);
  const hash = JSON.stringify(said.extensions ?? '').includes('sha256Hash');
  return [hash && 'hash', said.query && 'text'].filter(Boolean).join(' and ');
}
