import { defineStore } from 'pinia';
import { ref } from 'vue';
import { onConnection, type ConnectionState } from '../api/index.ts';

/** How long the window says that the connection is there again. */
const GOOD_NEWS_MS = 8000;

/** Whether the host can be reached; `restored` for a while after it could not. */
export const useConnectionStore = defineStore('connection', () => {
  const state = ref<ConnectionState | 'restored'>('connected');
  let timer: ReturnType<typeof setTimeout> | undefined;

  onConnection((next) => {
    clearTimeout(timer);
    state.value = next === 'connected' ? 'restored' : next;
    if (next === 'connected') timer = setTimeout(() => (state.value = 'connected'), GOOD_NEWS_MS);
  });

  return { state };
});
