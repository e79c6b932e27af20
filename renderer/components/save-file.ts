const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  xml: 'application/xml',
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
};

/** Hands a file to the browser's or Electron's download; a large one may come in parts. */
export function saveFile({ fileName, content }: { fileName: string; content: Uint8Array | Uint8Array[] }): void {
  const parts = Array.isArray(content) ? content : [content];
  const type = TYPES[fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const bytes = parts.map((part) => new Uint8Array(part));
  saveBlob(fileName, new Blob(bytes, { type }));
}

/** The same for one that is there as a blob. */
export function saveBlob(fileName: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has taken its own hold of the bytes by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
