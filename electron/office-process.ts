/**
 * The application in a process of its own, so that neither SQLite nor a document keeps the window waiting (decision 0007). A
 * utility process of Electron with plain Node inside; messages of `shell/office-messages.ts` come and go through its port.
 */
import { createRequire } from 'node:module';
import { inspect } from 'node:util';
import { createApplication, type Application } from './application/create-application.ts';
import { nodePlatform } from './host/node-platform.ts';
import type { PathRequest, Platform } from './host/platform.ts';
import type { FromOffice, StartMessage, ToOffice } from './shell/office-messages.ts';

const { parentPort } = process;
const send = (message: FromOffice): void => parentPort.postMessage(message);

function log(text: string, error?: unknown): void {
  send({ kind: 'log', text, error: error === undefined ? null : inspect(error) });
}

/** Questions that the user has not answered yet. */
const asked = new Map<number, (path: string | null) => void>();
let questions = 0;

const platform: Platform = {
  ...nodePlatform,
  choosePath: (request: PathRequest) =>
    new Promise((resolve) => {
      questions += 1;
      asked.set(questions, resolve);
      send({ kind: 'choose', id: questions, request });
    }),
};

async function start({ preferencesFolder, file, sqlite }: StartMessage): Promise<Application> {
  const application = await createApplication({
    preferencesFolder,
    platform,
    log,
    ...(file !== null && { file }),
    ...(sqlite !== null && { sqlite: createRequire(import.meta.url)(sqlite) as unknown }),
  });
  application.onEvent((event) => send({ kind: 'event', event }));
  return application;
}

let begin: (message: StartMessage) => void;
/** Calls that come earlier wait for it. */
const started = new Promise<StartMessage>((resolve) => (begin = resolve)).then(start);

async function hear(message: ToOffice): Promise<void> {
  switch (message.kind) {
    case 'start':
      return begin(message);
    case 'call': {
      const { dispatch } = await started;
      return send({ kind: 'reply', id: message.id, reply: await dispatch(message.name, message.input) });
    }
    case 'open':
      return (await started).openNamed(message.file);
    case 'chosen':
      asked.get(message.id)?.(message.path);
      return void asked.delete(message.id);
    case 'close':
      await (await started).close();
      process.exit(0);
  }
}

process.on('uncaughtException', (error) => {
  log('uncaught', error);
  process.exit(1);
});
parentPort.on('message', ({ data }) => void hear(data as ToOffice));
