import { mkdirSync, symlinkSync } from 'node:fs';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testFolder } from '../../tests/builders/office.ts';
import { folderRisk } from './folder-risk.ts';
import { linuxMounts, macMounts, readFolderFacts } from './machine-facts.ts';

test('reads what Linux says is mounted', () => {
  const text = '/dev/sda1 / ext4 rw 0 0\n//nas/data /mnt/Mein\\040Büro cifs rw 0 0\n';
  expect(linuxMounts(text)).toEqual([
    { path: '/', type: 'ext4' },
    { path: '/mnt/Mein Büro', type: 'cifs' },
  ]);
});

test('reads what macOS says is mounted', () => {
  const text =
    '/dev/disk3s1 on / (apfs, sealed, local, read-only)\n//insa@nas/Daten on /Volumes/Daten (alt) (smbfs, nodev, nosuid)\n';
  expect(macMounts(text)).toEqual([
    { path: '/', type: 'apfs' },
    { path: '/Volumes/Daten (alt)', type: 'smbfs' },
  ]);
});

test('follows the links of a folder that does not exist yet', async () => {
  const folder = realpathSync(testFolder());
  mkdirSync(join(folder, 'Nextcloud'));
  symlinkSync(join(folder, 'Nextcloud'), join(folder, 'plain'));
  const facts = await readFolderFacts(join(folder, 'plain', 'a', 'b'));
  expect(facts.paths).toEqual([join(folder, 'plain', 'a', 'b'), join(folder, 'Nextcloud', 'a', 'b')]);
  expect(folderRisk(facts)).toEqual({ kind: 'synchronised', service: 'Nextcloud' });
});
