import { onScopeDispose, readonly, ref, watch, type Ref } from 'vue';

/** Shorter waits need no sign, and its turning would cost the very time that is waited for. */
const NOTICED_AFTER_MS = 250;

/** Whether something takes so long that one wants to see that it goes on. */
export function useSlow(isBusy: () => boolean): Readonly<Ref<boolean>> {
  const isSlow = ref(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(isBusy, (busy) => {
    clearTimeout(timer);
    isSlow.value = false;
    if (busy) timer = setTimeout(() => (isSlow.value = true), NOTICED_AFTER_MS);
  });
  onScopeDispose(() => clearTimeout(timer));
  return readonly(isSlow);
}
