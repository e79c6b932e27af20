import { connectToHost } from './api/index.ts';

/**
 * The window's first file, small on purpose: what every start needs to know is asked for while the rest is still being loaded
 * and read (window.ts).
 */
const connected = connectToHost([
  'preferences.get',
  'officeFiles.list',
  'workspace.all',
  'company.get',
  'savedFilters.list',
]);
// vue-router reads this as soon as it is loaded. Where it is missing an error is thrown and caught, for whose stack V8 reads the
// whole file of the start a second time.
sessionStorage['vue-router:scroll'] ??= '{}';
// Said by the window, which may not be there yet.
connected.catch(() => undefined);
void import('./window.ts').then(({ startWindow }) => startWindow(connected));
