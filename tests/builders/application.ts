import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { HostEvent } from '#shared/contract/events.ts';
import { contract } from '#shared/contract/index.ts';
import { connect } from '#shared/contract/rpc.ts';
import {
  createApplication,
  type Application,
  type ApplicationOptions,
} from '../../electron/application/create-application.ts';
import { testClock, testFolder, type KontorApi, type TestClock } from './office.ts';

/** An application in a folder of its own, closed when the test is over. */
export interface StartedApplication {
  application: Application;
  api: KontorApi;
  events: HostEvent['topic'][];
  folder: string;
  clock: TestClock;
  logged: string[];
}

/** Starts it on preferences and default folder in `folder`, a fresh one unless given. */
export async function startApplication(
  options: Partial<ApplicationOptions> & { folder?: string } = {},
): Promise<StartedApplication> {
  const { folder = realpathSync(testFolder()), ...rest } = options;
  const clock = testClock();
  const logged: string[] = [];
  const application = await createApplication({
    preferencesFolder: join(folder, 'preferences'),
    defaultFolder: join(folder, 'Kontor'),
    clock,
    log: (text, error) => logged.push(`${text} ${String(error)}`),
    ...rest,
  });
  onTestFinished(() => application.close());
  const events: HostEvent['topic'][] = [];
  application.onEvent(({ topic }) => events.push(topic));
  return { application, api: connect(contract, application.dispatch), events, folder, clock, logged };
}
