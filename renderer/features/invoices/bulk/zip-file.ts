import { Zip, ZipPassThrough } from 'fflate';

/** A growing ZIP file. Its files are documents that are compressed already, so they are stored as they are. */
export interface ZipFile {
  add: (fileName: string, content: Uint8Array) => void;
  /** The whole file; nothing can be added afterwards. */
  finish: () => Blob;
}

/** Keeps what is written as parts of a blob, which the browser may hold on disk, and not as one growing array. */
export function createZipFile(): ZipFile {
  const names = new Set<string>();
  let written = new Blob([]);
  let parts: BlobPart[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else parts.push(new Uint8Array(chunk));
  });

  function flush(): void {
    if (failure !== null) throw failure;
    written = new Blob([written, ...parts], { type: 'application/zip' });
    parts = [];
  }

  return {
    add: (fileName, content) => {
      const file = new ZipPassThrough(unused(fileName, names));
      zip.add(file);
      file.push(content, true);
      flush();
    },
    finish: () => {
      zip.end();
      flush();
      return written;
    },
  };
}

/** "Rechnung.pdf" once more is "Rechnung (2).pdf". */
function unused(fileName: string, names: Set<string>): string {
  const dot = fileName.lastIndexOf('.');
  const [stem, extension] = dot === -1 ? [fileName, ''] : [fileName.slice(0, dot), fileName.slice(dot)];
  let name = fileName;
  for (let count = 2; names.has(name); count += 1) name = `${stem} (${count})${extension}`;
  names.add(name);
  return name;
}
