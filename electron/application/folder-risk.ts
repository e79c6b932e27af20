/** What the machine says of a folder; read by `machine-facts.ts`, invented by tests. */
export interface FolderFacts {
  /** The folder as it is written, and as it is called when every link in it is followed. */
  paths: readonly string[];
  home: string;
  /** Folders that a service has told the system about (environment OneDrive, OneDriveCommercial …). */
  oneDrive: readonly string[];
  /** What is mounted where. */
  mounts: readonly Mount[];
}

export interface Mount {
  path: string;
  /** As the system calls it: `ext4`, `nfs4`, `fuse.sshfs`, `smbfs`. */
  type: string;
}

/** Why a folder is no good place for a Kontor file. */
export type FolderRisk = { kind: 'network' } | { kind: 'synchronised'; service: string };

/** Names of folders, anywhere in a path, that only one service gives. */
const SERVICES: readonly (readonly [RegExp, string])[] = [
  [/^onedrive([ -].*)?$/i, 'OneDrive'],
  [/^dropbox([ -].*)?$/i, 'Dropbox'],
  [/^(mobile documents|icloud ?drive|com~apple~clouddocs)([ -].*)?$/i, 'iCloud Drive'],
  [/^(google ?drive|googledrive-.*|my drive|meine ablage)([ -].*)?$/i, 'Google Drive'],
  [/^nextcloud[\d]*([ -].*)?$/i, 'Nextcloud'],
  [/^owncloud[\d]*([ -].*)?$/i, 'ownCloud'],
  [/^magenta ?cloud([ -].*)?$/i, 'MagentaCLOUD'],
  [/^(strato )?hidrive([ -].*)?$/i, 'HiDrive'],
  [/^pcloud ?(drive|sync)?$/i, 'pCloud'],
  [/^box-box$/i, 'Box'],
];
/** Words that anybody may call a folder; they mean the service only right below the home folder. */
const AT_HOME: readonly (readonly [RegExp, string])[] = [
  [/^box( sync)?$/i, 'Box'],
  [/^sync$/i, 'Sync'],
];

/** Types of file systems whose files lie on another machine. */
const NETWORK_TYPES =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs2?|ncpfs|ceph|glusterfs|9p|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|smbnetfs|curlftpfs|glusterfs))$/i;

/**
 * Whether a Kontor file in this folder would be in danger: on another machine SQLite's locks and write-ahead log do not hold,
 * and a service that synchronises may copy file and log at different moments.
 */
export function folderRisk({ paths, home, oneDrive, mounts }: FolderFacts): FolderRisk | null {
  if (paths.some((path) => isNetworkPath(path) || NETWORK_TYPES.test(mountOf(path, mounts)?.type ?? ''))) {
    return { kind: 'network' };
  }
  for (const path of paths) {
    if (oneDrive.some((folder) => isInside(path, folder))) return { kind: 'synchronised', service: 'OneDrive' };
    const service =
      serviceOf(partsOf(path), SERVICES) ??
      (isInside(path, home) ? serviceOf(partsOf(path).slice(partsOf(home).length).slice(0, 1), AT_HOME) : undefined);
    if (service !== undefined) return { kind: 'synchronised', service };
  }
  return null;
}

/** `\\server\share` and its long form; drives that are mapped to one have such a path once links are followed. */
function isNetworkPath(path: string): boolean {
  return /^[\\/]{2}(\?[\\/]UNC[\\/]|[^?.\\/])/i.test(path);
}

function serviceOf(parts: readonly string[], services: readonly (readonly [RegExp, string])[]): string | undefined {
  return services.find(([name]) => parts.some((part) => name.test(part)))?.[1];
}

/** The mount that a path lies on: the one with the longest path, and of two at one place the later one. */
function mountOf(path: string, mounts: readonly Mount[]): Mount | undefined {
  return mounts
    .filter((mount) => isInside(path, mount.path))
    .reduce<Mount | undefined>(
      (deepest, mount) =>
        deepest === undefined || partsOf(mount.path).length >= partsOf(deepest.path).length ? mount : deepest,
      undefined,
    );
}

function isInside(path: string, folder: string): boolean {
  const [inner, outer] = [partsOf(path), partsOf(folder)];
  return outer.every((part, index) => part.toLowerCase() === inner[index]?.toLowerCase());
}

function partsOf(path: string): string[] {
  return path.split(/[\\/]+/).filter((part) => part !== '');
}
