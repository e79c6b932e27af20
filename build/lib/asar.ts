/** Writes Electron's archive format: a header in Chromium's pickle form, then the files one after the other. */

/** An archive with these files (name to text), all in its root. */
export function packAsar(files: Record<string, string>): Buffer {
  const contents = Object.values(files).map((text) => Buffer.from(text));
  const entries: Record<string, { size: number; offset: string }> = {};
  let offset = 0;
  for (const [index, name] of Object.keys(files).entries()) {
    const size = contents[index]?.length ?? 0;
    entries[name] = { size, offset: String(offset) };
    offset += size;
  }
  const json = Buffer.from(JSON.stringify({ files: entries }));
  const padded = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4)]);
  const sizes = Buffer.alloc(16);
  for (const [index, size] of [4, padded.length + 8, padded.length + 4, json.length].entries()) {
    sizes.writeUInt32LE(size, index * 4);
  }
  return Buffer.concat([sizes, padded, ...contents]);
}
