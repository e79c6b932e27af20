import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CallError } from '#shared/contract/errors.ts';
import { createApplication, type Application, type ApplicationOptions } from '../application/create-application.ts';
import { createGatekeeper } from './gatekeeper.ts';
import { answerRequest } from './pages-handler.ts';
import { createSessions } from './session.ts';
import { createSockets } from './socket.ts';

export interface ServerOptions extends ApplicationOptions {
  /** Folder of the built window. */
  root: string;
  /** 0 or left out: a free one. */
  port?: number;
  /** Milliseconds of a clock that is never set back; tests bring their own. */
  now?: () => number;
}

export interface RunningServer {
  application: Application;
  /** `http://127.0.0.1:PORT`. */
  origin: string;
  /** An address with a fresh code, to be opened once within a minute. */
  newAddress: () => string;
  close: () => Promise<void>;
}

/**
 * Starts the application and serves it with its window on this machine alone (design, section 9).
 * @throws CallError as `createHost` when the named file cannot be opened; Error `EADDRINUSE` when the port is taken
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { root, port = 0, now = () => performance.now(), ...applicationOptions } = options;
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  try {
    const application = await createApplication(applicationOptions);
    const failure = application.failure();
    // Without a named file the window says it, and offers others.
    if (options.file && failure !== null) throw new CallError(failure.code, failure.message, failure.details);
    const authority = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const sessions = createSessions(now);
    const gatekeeper = createGatekeeper(authority, sessions);
    const sockets = createSockets(application, gatekeeper);
    server.on('request', (request, response) => void answerRequest(request, response, gatekeeper, root));
    server.on('upgrade', sockets.upgrade);
    return {
      application,
      origin: `http://${authority}`,
      newAddress: () => `http://${authority}/#${sessions.newCode()}`,
      close: async () => {
        sockets.close();
        server.close();
        server.closeAllConnections();
        await application.close();
      },
    };
  } catch (error) {
    server.close();
    throw error;
  }
}
