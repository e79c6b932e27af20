/** Where the window lives. A scheme of its own: no file of the machine and no server has this origin. */
export const SCHEME = 'app';
export const HOST = 'kontor';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** Whether an address belongs to the window, by its parsed origin: `app://kontor.evil.example` does not. */
export function isOwn(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return `${protocol}//${host}` === ORIGIN && username === '' && password === '';
}

/** What the window itself made in memory. */
export function isOwnBlob(address: string): boolean {
  return address.startsWith('blob:') && isOwn(address.slice('blob:'.length));
}
