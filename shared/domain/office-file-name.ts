/** The ending that belongs to Kontor in the system (electron-builder.yml). */
export const OFFICE_ENDING = '.kontor';

/** What no file may be called on Windows, with any ending (devices of MS-DOS). */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name of a Kontor file for an office: "Müller & Söhne: Nord" becomes "Müller & Söhne- Nord.kontor". It is valid on every
 * system, because files travel. '' when nothing of the name is left.
 */
export function officeFileName(office: string): string {
  const name = office
    .normalize('NFC')
    .replace(/[<>:"/\\|?*\p{Cc}]/gu, '-')
    // Windows drops them at the end, and in front they hide a file elsewhere.
    .replace(/^[\s.]+|[\s.]+$/g, '');
  if (!/[\p{L}\p{N}]/u.test(name)) return '';
  return `${DEVICES.test(name) ? `${name}_` : name}${OFFICE_ENDING}`;
}

/** The name of an office: that of its file without folder and ending. */
export function officeNameOf(path: string): string {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return file.toLowerCase().endsWith(OFFICE_ENDING) ? file.slice(0, -OFFICE_ENDING.length) : file;
}
