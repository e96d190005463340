// Follows a running server's subscriptions over a connection that is cut, with the reference clients and the published
// recipes. Every report submitted meanwhile must arrive once and in order.
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient as createEventStream } from 'graphql-sse';
import { createClient as createSocket } from 'graphql-ws';
import WebSocket from 'ws';
import { openLine } from './line.mjs';
import { endOfFeed, submit, tokenOf } from './reports.mjs';

const PATIENCE = 60_000;

const url = process.argv[2];
if (!url || !process.env.CWA_SIGNING_KEY) {
  console.error('usage: CWA_SIGNING_KEY=KEY node follow.mjs URL');
  process.exit(2);
}

const token = tokenOf('Npr.Read');
const pause = () => new Promise((passed) => setTimeout(passed, 50));

// Each subscription, and how to read the month of the report in its message.
const subscriptions = {
  monthlyReportSubmitted: {
    query: 'subscription ($after: String) { monthlyReportSubmitted(after: $after) { cursor monthlyReport { month } } }',
    monthOf: ({ monthlyReportSubmitted: { monthlyReport } }) => monthlyReport.month,
  },
  feed: {
    query:
      'subscription ($after: String) { feed(after: $after) { cursor ' +
      'entry { subject { ... on MonthlyReport { month } } } } }',
    monthOf: ({ feed: { entry } }) => entry.subject.month,
  },
};

// Each client, and how it passes the last cursor when it reconnects.
const clients = {
  // graphql-ws sends the current variables with each `subscribe`.
  WebSocket: (address, query, after, next) => {
    const client = createSocket({
      url: address.replace(/^http/, 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { Authorization: `Bearer ${token}` },
      retryAttempts: Infinity,
      retryWait: pause,
      shouldRetry: () => true,
    });
    const variables = { after };
    subscribe(client, { query, variables }, (data, cursor) => {
      variables.after = cursor;
      next(data);
    });
    return client;
  },
  // graphql-sse calls `headers` for each request.
  'event stream': (address, query, after, next) => {
    let last = after;
    const headers = () => ({ authorization: `Bearer ${token}`, 'last-event-id': last });
    const client = createEventStream({ url: address, fetchFn: fetch, headers, retryAttempts: Infinity, retry: pause });
    subscribe(client, { query }, (data, cursor) => {
      last = cursor;
      next(data);
    });
    return client;
  },
};

const recipes = ['follow-reports.mjs', 'follow-reports-sse.mjs'];

let faults = 0;
for (const [transport, follow] of Object.entries(clients)) {
  for (const [field, { query, monthOf }] of Object.entries(subscriptions))
    await check(`${transport}: ${field}`, byClient(follow, query, monthOf));
}
for (const recipe of recipes) await check(recipe, byRecipe(recipe));
console.log(`${faults} faults over a line that is cut`);
process.exit(faults === 0 ? 0 : 1);

async function check(name, following) {
  const seen = [];
  let submitted = [];
  try {
    submitted = await following(seen);
  } catch (fault) {
    seen.push(String(fault));
  }
  const ok = submitted.length > 0 && seen.join() === submitted.join();
  console.log(`${ok ? 'ok    ' : 'error '} ${name}${ok ? '' : `\n       ${seen}\n       instead of ${submitted}`}`);
  if (!ok) faults++;
}

function byClient(follow, query, monthOf) {
  return async (seen) => {
    const line = await openLine(url);
    const client = follow(line.url, query, await endOfFeed(url, token), (data) => seen.push(monthOf(data)));
    try {
      return await submitOverCuts(line, seen);
    } finally {
      await client.dispose();
      line.close();
    }
  };
}

// As a newcomer runs it: copied to a folder of its own, with the clients from npm.
function byRecipe(recipe) {
  return async (seen) => {
    const line = await openLine(url);
    const folder = mkdtempSync(join(tmpdir(), 'cwa-recipe-'));
    cpSync(fileURLToPath(new URL(`../../schema/recipes/${recipe}`, import.meta.url)), join(folder, recipe));
    symlinkSync(fileURLToPath(new URL('node_modules', import.meta.url)), join(folder, 'node_modules'));
    let program = start();
    try {
      await until(() => existsSync(join(folder, `${recipe}.cursor`)));
      const submitted = await submitOverCuts(line, seen);
      await stop();
      submitted.push(await submit(url), await submit(url));
      program = start();
      await until(() => seen.length >= submitted.length);
      submitted.push(await submit(url));
      await until(() => seen.length >= submitted.length);
      return submitted;
    } finally {
      await stop();
      line.close();
      rmSync(folder, { recursive: true });
    }

    function start() {
      const env = { ...process.env, CWA_URL: new URL(line.url).origin, CWA_TOKEN: token };
      const child = spawn(process.execPath, [recipe], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] });
      child.stdout.setEncoding('utf8').on('data', (text) => seen.push(...text.match(/\b\d{4}-\d\d\b/g)));
      return child;
    }

    function stop() {
      return new Promise((stopped) => {
        if (program.exitCode !== null || program.signalCode !== null) return stopped();
        program.once('close', stopped).kill('SIGKILL');
      });
    }
  };
}

// Submits three reports with the line up, three with it cut, and three while it is mended and cut again.
async function submitOverCuts(line, seen) {
  const submitted = [await submit(url), await submit(url), await submit(url)];
  await until(() => seen.length >= submitted.length);
  line.cut();
  submitted.push(await submit(url), await submit(url), await submit(url));
  line.mend();
  submitted.push(await submit(url));
  await until(() => seen.length >= 4);
  line.cut();
  submitted.push(await submit(url));
  line.mend();
  submitted.push(await submit(url));
  await until(() => seen.length >= submitted.length);
  // A duplicate would come right after.
  await pause();
  return submitted;
}

function subscribe(client, request, next) {
  client.subscribe(request, {
    next: ({ data }) => next(data, Object.values(data)[0].cursor),
    error: (fault) => {
      throw new Error(JSON.stringify(fault));
    },
    complete: () => {},
  });
}

async function until(holds) {
  for (const end = Date.now() + PATIENCE; !holds(); await pause())
    if (Date.now() > end) throw new Error('nothing more comes');
}
