/** Kills and cuts by hand, as many as wanted; `npm test` does a few of them. */
import type { CutCounts } from '../tests/crash/builders/cuts.ts';
import type { KillCounts } from '../tests/crash/builders/kills.ts';
import { runCommand } from './lib/command.ts';
import { tempFolder } from './lib/temp-folder.ts';

const number = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : NaN);

function report(kills: KillCounts, cuts: CutCounts): void {
  for (const problem of [...kills.problems, ...cuts.problems]) console.log(`DAMAGE ${problem}`);
  for (const [point, hits] of Object.entries(kills.points).sort()) console.log(`${String(hits).padStart(6)}  ${point}`);
  console.log(`${String(kills.random).padStart(6)}  at a random moment`);
  console.log(
    `found done ${kills.done}, not done ${kills.undone}; cut behind the last commit ${cuts.tail}, before ${cuts.middle}`,
  );
  const damages = kills.problems.length + cuts.problems.length;
  console.log(
    `${kills.kills} kills at ${Object.keys(kills.points).length} points, ${kills.acknowledged} acknowledged, ${kills.repeated} repeated, ${cuts.cuts} cut files, ${damages} damages`,
  );
}

await runCommand({
  name: 'npm run crash',
  summary:
    'Kills a process that works on invoices, cuts logs as a power loss does, and looks at each file after it is opened again.',
  options: {
    kills: { type: 'string', default: '100', value: 'N', description: 'How many processes are killed (default 100)' },
    cuts: { type: 'string', default: '50', value: 'N', description: 'How many cut files are opened (default 50)' },
    seed: { type: 'string', default: '1', value: 'N', description: 'Another number, other random moments' },
  },
  run: async (values) => {
    const [kills, cuts, seed] = [values.kills, values.cuts, values.seed].map((text) => number(text ?? ''));
    if (kills === undefined || cuts === undefined || seed === undefined || Number.isNaN(kills + cuts + seed)) {
      console.error('--kills, --cuts and --seed take whole numbers');
      return 2;
    }
    const { runKills } = await import('../tests/crash/builders/kills.ts');
    const { runCuts } = await import('../tests/crash/builders/cuts.ts');
    const { removeBuiltWork } = await import('../tests/crash/builders/built-work.ts');
    using folder = tempFolder({});
    const killed = await runKills(kills, folder.path, seed);
    const cut = await runCuts(cuts, folder.path, seed);
    removeBuiltWork();
    report(killed, cut);
    return killed.problems.length + cut.problems.length === 0 ? 0 : 1;
  },
});
