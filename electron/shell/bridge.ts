import { ipcMain } from 'electron';
import type { Dispatch, Refusal } from '#shared/contract/rpc.ts';
import type { Log } from './log.ts';
import { isOwn } from './origin.ts';

/** The one channel from the window, so there is one place that checks who sends: our origin, in the main frame. */
export function answerCalls(dispatch: Dispatch, log: Log): void {
  ipcMain.handle('kontor:call', (event, name: unknown, input: unknown) => {
    // Null when the frame is gone already.
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || !isOwn(frame.url)) {
      log('refused a call of a foreign sender');
      return FOREIGN_SENDER;
    }
    return dispatch(String(name), input);
  });
}

const FOREIGN_SENDER: Refusal = {
  ok: false,
  code: 'foreign-sender',
  message: 'only the window of Kontor may call',
  details: null,
};
