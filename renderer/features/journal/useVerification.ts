import { onBeforeUnmount, ref, shallowRef, type Ref } from 'vue';
import { api } from '../../api/index.ts';
import { useFailureStore } from '../../stores/failure.ts';

export type Verification = Awaited<ReturnType<(typeof api)['office.verify']>> & { seconds: number };

/** Runs the check of the office and counts the seconds that it takes. */
export function useVerification(): {
  isRunning: Readonly<Ref<boolean>>;
  seconds: Readonly<Ref<number>>;
  /** Null until one has come to its end. */
  result: Ref<Verification | null>;
  run: () => Promise<void>;
} {
  const failure = useFailureStore();
  const isRunning = ref(false);
  const seconds = ref(0);
  const result = shallowRef<Verification | null>(null);
  let timer: ReturnType<typeof setInterval> | undefined;

  async function run(): Promise<void> {
    if (isRunning.value) return;
    const start = performance.now();
    const passed = (): number => (performance.now() - start) / 1000;
    isRunning.value = true;
    seconds.value = 0;
    result.value = null;
    timer = setInterval(() => (seconds.value = Math.floor(passed())), 1000);
    try {
      result.value = { ...(await api['office.verify']({})), seconds: passed() };
    } catch (error) {
      failure.show(error);
    } finally {
      clearInterval(timer);
      isRunning.value = false;
    }
  }

  onBeforeUnmount(() => clearInterval(timer));
  return { isRunning, seconds, result, run };
}
