import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHost, type Host, type HostOptions } from '../host/create-host.ts';
import { createGatekeeper } from './gatekeeper.ts';
import { answerRequest } from './pages-handler.ts';
import { createSessions } from './session.ts';
import { createSockets } from './socket.ts';

export interface ServerOptions extends HostOptions {
  /** Folder of the built window. */
  root: string;
  /** 0 or left out: a free one. */
  port?: number;
  /** Milliseconds of a clock that is never set back; tests bring their own. */
  now?: () => number;
}

export interface RunningServer {
  host: Host;
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** An address with a fresh code, to be opened once within a minute. */
  newAddress: () => string;
  close: () => Promise<void>;
}

/**
 * Opens a Kontor file and serves window and host on this machine alone (design, section 9).
 * @throws CallError as `createHost`; Error `EADDRINUSE` when the port is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { root, port = 0, now = () => performance.now(), ...hostOptions } = options;
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  try {
    const host = await createHost(hostOptions);
    const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const sessions = createSessions(now);
    const gatekeeper = createGatekeeper(authority, sessions);
    const sockets = createSockets(host, gatekeeper);
    server.on('request', (request, response) => void answerRequest(request, response, gatekeeper, root));
    server.on('upgrade', sockets.upgrade);
    return {
      host,
      origin: `http://${authority}`,
      newAddress: () => `http://${authority}/#${sessions.newCode()}`,
      close: async () => {
        sockets.close();
        server.close();
        server.closeAllConnections();
        await host.close();
      },
    };
  } catch (error) {
    server.close();
    throw error;
  }
}
