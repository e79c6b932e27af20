import { describe, expect, test } from 'vitest';
import { folderRisk, type FolderFacts, type Mount } from './folder-risk.ts';

const MOUNTS: Mount[] = [
  { path: '/', type: 'ext4' },
  { path: '/mnt/office', type: 'cifs' },
  { path: '/mnt/office/local', type: 'ext4' },
  { path: '/net/nfs', type: 'nfs4' },
  { path: '/home/insa/server', type: 'fuse.sshfs' },
  { path: '/Volumes/Daten', type: 'smbfs' },
  { path: '/Volumes/Stick', type: 'exfat' },
];

function risk(path: string, facts: Partial<FolderFacts> = {}) {
  return folderRisk({ paths: [path], home: '/home/insa', oneDrive: [], mounts: MOUNTS, ...facts });
}

describe('a folder that a service synchronises', () => {
  test.each([
    ['/home/insa/Dropbox/Kontor', 'Dropbox'],
    ['/home/insa/Dropbox (Büro)/Kontor', 'Dropbox'],
    ['C:\\Users\\Insa\\OneDrive\\Dokumente\\Kontor', 'OneDrive'],
    ['C:\\Users\\Insa\\OneDrive - Büro Kruse\\Kontor', 'OneDrive'],
    ['/Users/insa/Library/Mobile Documents/com~apple~CloudDocs/Kontor', 'iCloud Drive'],
    ['C:\\Users\\Insa\\iCloudDrive\\Kontor', 'iCloud Drive'],
    ['/Users/insa/Library/CloudStorage/GoogleDrive-insa@kruse.example/Meine Ablage', 'Google Drive'],
    ['/Users/insa/Library/CloudStorage/OneDrive-Kruse/Kontor', 'OneDrive'],
    ['/Users/insa/Library/CloudStorage/Box-Box/Kontor', 'Box'],
    ['G:\\Meine Ablage\\Kontor', 'Google Drive'],
    ['/home/insa/Nextcloud/Kontor', 'Nextcloud'],
    ['/home/insa/Nextcloud2', 'Nextcloud'],
    ['/home/insa/ownCloud', 'ownCloud'],
    ['C:\\Users\\Insa\\MagentaCLOUD\\Kontor', 'MagentaCLOUD'],
    ['/home/insa/HiDrive/users/insa', 'HiDrive'],
    ['P:\\pCloud Drive\\Kontor', 'pCloud'],
    ['/home/insa/Box/Kontor', 'Box'],
    ['/home/insa/Sync/Kontor', 'Sync'],
  ])('%s: %s', (path, service) => {
    expect(risk(path)).toEqual({ kind: 'synchronised', service });
  });

  test('is found behind a link, and where the system says that OneDrive is', () => {
    expect(risk('/x', { paths: ['/home/insa/Kontor', '/home/insa/Dropbox/Kontor'] })).toEqual({
      kind: 'synchronised',
      service: 'Dropbox',
    });
    expect(risk('D:\\Firma\\Kontor', { oneDrive: ['d:\\firma'] })).toEqual({
      kind: 'synchronised',
      service: 'OneDrive',
    });
  });
});

describe('a folder on another machine', () => {
  test.each([
    '\\\\server\\share\\Kontor',
    '//server/share/Kontor',
    '\\\\?\\UNC\\server\\share\\Kontor',
    '/mnt/office/Kontor',
    '/net/nfs/a/b',
    '/home/insa/server/Kontor',
    '/Volumes/Daten/Kontor',
  ])('%s', (path) => {
    expect(risk(path)).toEqual({ kind: 'network' });
  });

  test('is worse than being synchronised', () => {
    expect(risk('/mnt/office/Nextcloud')).toEqual({ kind: 'network' });
  });
});

test.each([
  '/home/insa/Kontor',
  '/home/insa/Documents/Kontor',
  'C:\\Users\\Insa\\Documents\\Kontor',
  '\\\\?\\C:\\Users\\Insa\\Kontor',
  '/mnt/office/local/Kontor',
  '/Volumes/Stick/Kontor',
  '/home/insa/Projekte/Box/Kontor',
  '/home/insa/Synchronschwimmen',
  '/home/insa/Dropboxen',
])('%s is a good place', (path) => {
  expect(risk(path)).toBeNull();
});
