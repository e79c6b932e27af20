import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { MAXIMUM_MESSAGE_BYTES, pack, unpack, type CallMessage, type ServerMessage } from '#shared/contract/wire.ts';
import type { Application } from '../application/create-application.ts';
import type { Gatekeeper } from './gatekeeper.ts';

/** Close codes of RFC 6455, section 7.4.1. */
const INVALID_PAYLOAD = 1007;

export interface Sockets {
  /** Takes the place of HTTP on a connection, or refuses with 403. */
  upgrade: (request: IncomingMessage, connection: Duplex, head: Buffer) => void;
  close: () => void;
}

/** The application behind `/socket`: calls in, replies and events out, each one frame of `shared/contract/wire.ts`. */
export function createSockets(application: Application, gatekeeper: Gatekeeper): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAXIMUM_MESSAGE_BYTES,
    // Nothing is gained on the own machine, and a small frame could unpack to a huge one.
    perMessageDeflate: false,
  });
  return {
    upgrade: (request, connection, head) => {
      connection.on('error', () => connection.destroy());
      const allowed =
        gatekeeper.pathOf(request) === '/socket' && gatekeeper.isOurPage(request) && gatekeeper.isLoggedIn(request);
      if (!allowed) return void connection.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      server.handleUpgrade(request, connection, head, (socket) => attend(socket, application));
    },
    close: () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function attend(socket: WebSocket, application: Application): void {
  const send = (message: ServerMessage): void => {
    if (socket.readyState === socket.OPEN) socket.send(pack(message));
  };
  const stop = application.onEvent((event) => send({ event }));
  socket.on('close', stop);
  // A frame that is too long or malformed: ws closes the connection itself and says why to the other side.
  socket.on('error', () => socket.terminate());
  socket.on('message', (frame: Buffer, isBinary) => {
    const call = isBinary ? callOf(frame) : null;
    if (call === null) return socket.close(INVALID_PAYLOAD);
    void application.dispatch(call.name, call.input).then((reply) => send({ id: call.id, reply }));
  });
}

/** Null when the frame holds no call. */
function callOf(frame: Buffer): CallMessage | null {
  try {
    const { id, name, input } = unpack(frame) as Partial<CallMessage>;
    return typeof id === 'number' && typeof name === 'string' ? { id, name, input } : null;
  } catch {
    return null;
  }
}
