import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge, WindowEvent } from '#shared/contract/wire.ts';

/** All that crosses from the window to the main process, and back. */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('kontor:call', name, input) as ReturnType<Bridge['call']>,
  on: (listener) => {
    const hear = (_event: IpcRendererEvent, message: WindowEvent): void => listener(message);
    ipcRenderer.on('kontor:event', hear);
    return () => void ipcRenderer.off('kontor:event', hear);
  },
};

contextBridge.exposeInMainWorld('kontor', bridge);
