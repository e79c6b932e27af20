const TYPES: Readonly<Record<string, string>> = { pdf: 'application/pdf', xml: 'application/xml', csv: 'text/csv' };

/** Hands a file to the browser's or Electron's download. */
export function saveFile({ fileName, content }: { fileName: string; content: Uint8Array }): void {
  const type = TYPES[fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  const address = URL.createObjectURL(new Blob([new Uint8Array(content)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has taken its own hold of the bytes by the next turn of the event loop.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
