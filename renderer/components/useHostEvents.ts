import { onBeforeUnmount } from 'vue';
import type { HostEvent, Topic } from '#shared/contract/events.ts';
import { onHostEvent } from '../api/index.ts';

/** Hears events of one topic as long as the component lives. */
export function useHostEvents(topic: Topic, hear: (event: HostEvent) => void): void {
  onBeforeUnmount(
    onHostEvent((event) => {
      if (event.topic === topic) hear(event);
    }),
  );
}
