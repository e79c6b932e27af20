/** Builds the window, the main process and the preload. */
import { runCommand } from './lib/command.ts';

await runCommand({
  name: 'npm run build',
  summary: 'Builds main process, preload and window into out/, and says how much the window loads at its start.',
  options: {},
  run: async () => {
    const { buildWindow } = await import('./lib/window-build.ts');
    const { startSize, startSizeLine } = await import('./lib/window-size.ts');
    const { code, seconds } = await buildWindow();
    if (code !== 0) return code;
    console.log(`built in ${seconds.toFixed(1)} s; ${startSizeLine(startSize())}`);
    return 0;
  },
});
