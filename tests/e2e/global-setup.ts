import { foreignIn, PROXY_VARIABLE, startRecordingProxy } from './recording-proxy.ts';
import { makeSeed } from './seed.ts';

/**
 * Once per run: the office that tests work on copies of, and the proxy that every browser goes through. Returns how the run
 * ends: what was asked of any other host fails it.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const removeSeed = makeSeed();
  const proxy = await startRecordingProxy();
  process.env[PROXY_VARIABLE] = proxy.address;
  return async () => {
    await proxy.close();
    removeSeed();
    const foreign = foreignIn(proxy.asked());
    if (foreign.length > 0) throw new Error(`the window asked for something outside: ${foreign.join(', ')}`);
  };
}
