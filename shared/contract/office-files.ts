import * as z from 'zod';
import { ERROR_CODES } from './errors.ts';
import { instant, line } from './fields.ts';
import { call } from './rpc.ts';

const path = line(4096);
/** Set when the user has read why the folder is risky and wants it all the same. */
const acceptRisk = z.boolean().default(false);

/** The Kontor file that is open. */
export const OpenOffice = z.strictObject({
  path: z.string(),
  /** Name of the file without its ending. */
  name: z.string(),
  /** The sample office: to try things, nothing of it is real. */
  isSample: z.boolean(),
});
export type OpenOffice = z.infer<typeof OpenOffice>;

/** A file that was open before, the last one first. */
export const RecentOffice = z.strictObject({
  path: z.string(),
  name: z.string(),
  folder: z.string(),
  exists: z.boolean(),
  isOpen: z.boolean(),
  lastOpenedAt: instant,
});
export type RecentOffice = z.infer<typeof RecentOffice>;

/** A file that nobody in the window asked to open and that could not be opened: at the start, by a double click. */
export const OpeningFailure = z.strictObject({
  path: z.string(),
  code: z.enum(ERROR_CODES),
  message: z.string(),
  details: z.json(),
});
export type OpeningFailure = z.infer<typeof OpeningFailure>;

const Opened = z.strictObject({ open: OpenOffice });

export const officeFileCalls = {
  'officeFiles.list': call(
    'Which Kontor file is open, which were before, and where a new one would go.',
    z.strictObject({}),
    z.strictObject({
      recent: z.array(RecentOffice),
      defaultFolder: z.string(),
      /** Between folders of this machine: `/` or `\`. */
      separator: z.string(),
      /** Whether there is a native dialog to choose files with. */
      canBrowse: z.boolean(),
      open: OpenOffice.nullable(),
      failure: OpeningFailure.nullable(),
    }),
  ),
  'officeFiles.create': call(
    'Makes a new office and opens it; its file is called after its name. Without a folder it goes into the default one.',
    z.strictObject({ name: line(100, { required: true }), folder: path.default(''), acceptRisk }),
    Opened,
  ),
  'officeFiles.open': call(
    'Opens a Kontor file in place of the one that is open, which stays open when this fails.',
    z.strictObject({ path, acceptRisk }),
    Opened,
  ),
  'officeFiles.openSample': call('Makes the sample office afresh and opens it.', z.strictObject({}), Opened),
  'officeFiles.close': call('Closes the office; none is open then.', z.strictObject({}), z.strictObject({})),
  'officeFiles.forget': call(
    'Takes a file off the list of recent ones; the file stays where it is.',
    z.strictObject({ path }),
    z.strictObject({}),
  ),
  'officeFiles.browse': call(
    'Asks for a Kontor file, or for the folder of a new one, in a dialog of the system; null when it is closed.',
    z.strictObject({ purpose: z.enum(['file', 'folder']) }),
    z.strictObject({ path: z.string().nullable() }),
  ),
};
