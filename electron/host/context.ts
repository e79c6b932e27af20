import type { HostEvent } from '#shared/contract/events.ts';
import type { Clock } from './platform.ts';
import type { Renderer } from './workers/renderer.ts';
import type { Store } from './store/open.ts';

/** What every subject is wired with by `create-host.ts`. */
export interface HostContext {
  store: Store;
  clock: Clock;
  /** Makes PDF and XRechnung outside the gate, in a worker thread. */
  renderer: Renderer;
  emit: (event: HostEvent) => void;
}
