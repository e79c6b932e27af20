import { onBeforeUnmount } from 'vue';
import type { WindowCommand } from '#shared/contract/wire.ts';
import { onWindowCommand } from '../../api/index.ts';
import { useOfficeFilesStore } from '../../stores/office-files.ts';

/** The ways to another office in the native menu. */
export function useOfficeCommands(): void {
  const files = useOfficeFilesStore();
  const commands: Partial<Record<WindowCommand, () => unknown>> = {
    'new-office': files.startCreating,
    'open-office': files.startOpening,
    'open-sample': files.openSample,
  };
  onBeforeUnmount(onWindowCommand((command) => void commands[command]?.()));
}
