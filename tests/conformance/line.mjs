// A proxy between a client and the server that can be cut: open connections break, and no new ones succeed until it is
// mended.
import { connect, createServer } from 'node:net';

export async function openLine(url) {
  const { hostname, port } = new URL(url);
  const open = new Set();
  let isCut = false;
  const line = createServer((client) => {
    if (isCut) return client.destroy();
    const server = connect(port, hostname);
    for (const [from, to] of [[client, server], [server, client]]) {
      open.add(from);
      from.on('error', () => {}).on('close', () => { open.delete(from); to.destroy(); }).pipe(to);
    }
  });
  await new Promise((listening) => line.listen(0, '127.0.0.1', listening));

  const cut = () => {
    isCut = true;
    open.forEach((socket) => socket.resetAndDestroy());
  };
  return {
    url: url.replace(`${hostname}:${port}`, `127.0.0.1:${line.address().port}`),
    cut,
    mend: () => { isCut = false; },
    close: () => { cut(); line.close(); },
  };
}
