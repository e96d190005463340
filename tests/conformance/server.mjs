// The built server as a process of its own, which can be killed and started again.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { until } from './browser.mjs';

/** Starts the server that the command line names, over a new SQLite file unless a setting names another database. */
export async function openServer(settings = {}) {
  const [program, content] = process.argv.slice(2);
  if (!content) {
    console.error(`usage: node ${basename(process.argv[1])} Cwa.Graph.dll CONTENT_ROOT`);
    process.exit(2);
  }

  const folder = await mkdtemp(join(tmpdir(), 'cwa-journeys-'));
  const origin = `http://127.0.0.1:${await freePort()}`;
  let server;

  async function start() {
    server = spawn('dotnet', [program], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        ASPNETCORE_ENVIRONMENT: 'Development',
        ASPNETCORE_URLS: origin,
        ASPNETCORE_CONTENTROOT: content,
        ConnectionStrings__Cwa: `Data Source=${join(folder, 'cwa.db')}`,
        Logging__LogLevel__Default: 'Error',
        ...settings,
      },
    });
    await ready();
  }

  // At the first start it loads the sample year.
  function ready() {
    const isReady = () =>
      fetch(`${origin}/healthz/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    return until('the server', isReady, 120_000);
  }

  async function stop() {
    const ended = new Promise((done) => server.once('exit', done));
    if (server.kill('SIGKILL')) await ended;
  }

  async function close() {
    await stop();
    await rm(folder, { recursive: true, force: true });
  }

  await start().catch(async (fault) => {
    await close();
    throw fault;
  });
  return { origin, start, ready, stop, close };
}

function freePort() {
  return new Promise((found) => {
    const listener = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listener.address();
      listener.close(() => found(port));
    });
  });
}
