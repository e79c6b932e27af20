/** Packages the app for Windows, macOS and Linux. */
import { runCommand } from './lib/command.ts';

const SYSTEMS = ['win', 'mac', 'linux'] as const;

await runCommand({
  name: 'npm run dist',
  summary: 'Builds and packages the app into dist/ with electron-builder, for this system unless others are named.',
  options: {
    win: { type: 'string', value: 'TARGET', description: 'For Windows: nsis, dir' },
    mac: { type: 'string', value: 'TARGET', description: 'For macOS: dmg, dir' },
    linux: { type: 'string', value: 'TARGET', description: 'For Linux: AppImage, tar.gz, dir' },
    'test-runtime': {
      type: 'boolean',
      description: 'With the Electron of the desktop tests, into .cache/packaged; not to be given away',
    },
  },
  run: async (values) => {
    const { buildWindow } = await import('./lib/window-build.ts');
    const { packageApp, packageForTests } = await import('./lib/packaging.ts');
    const { code } = await buildWindow();
    if (code !== 0) return code;
    if (values['test-runtime'] === true) {
      const { bringTestRuntime } = await import('./lib/electron-test-runtime.ts');
      await bringTestRuntime();
      const outcome = await packageForTests();
      console.log(outcome.output.trimEnd());
      return outcome.code;
    }
    const targets = SYSTEMS.flatMap((system) => {
      const target = values[system];
      return target === undefined ? [] : [`--${system}`, target];
    });
    return (await packageApp(targets)).code;
  },
});
