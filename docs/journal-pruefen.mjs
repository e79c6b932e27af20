#!/usr/bin/env node
/**
 * Prüft ein aus Kontor exportiertes Journal, ohne Kontor. Braucht nur Node (ab Version 20), keine weiteren Pakete.
 *
 *   node journal-pruefen.mjs Kontor-Journal-2026-11-21.jsonl
 *   node journal-pruefen.mjs Kontor-Journal-2026-11-21.jsonl --anker 1234:9f86d081884c7d65
 *
 * Was geprüft wird und was nicht, steht in verfahren-journal.md. Ende mit 0: in Ordnung, 1: beschädigt, 2: falscher Aufruf.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pathToFileURL } from 'node:url';

const NEWLINE = 0x0a;
/** Was dem ersten Eintrag vorausgeht. */
const START = '0'.repeat(64);
const [ENTRY_START, HASH_START] = ['{"entry":', ',"hash":"'].map((text) => Buffer.from(text));
const HASH_END = Buffer.from('"}');
const ANCHOR = /^\{"anchor":\{"hash":"([0-9a-f]{64})","sequence":(0|[1-9]\d*)\}\}$/;

/**
 * Folgt der Kette über alle Bytes einer exportierten Datei.
 * @param {AsyncIterable<Uint8Array> | Iterable<Uint8Array>} chunks die Datei in Stücken
 * @param {{ sequence: number | null, hash: string } | null} anchor ein Anker, der anderswo aufbewahrt wurde; `hash` darf der Anfang sein
 * @returns {Promise<{ damage: string | null, sequence: number, hash: string }>} der erste Schaden und die letzte heile Stelle
 */
export async function checkExport(chunks, anchor = null) {
  const state = { sequence: 0, hash: START, ended: false, anchorSeen: false };
  const damaged = (damage) => ({ damage, sequence: state.sequence, hash: state.hash });
  for await (const { line, isWhole } of linesOf(chunks)) {
    const damage = isWhole
      ? checkLine(line, state, anchor)
      : 'Die Datei ist abgeschnitten: Die letzte Zeile endet nicht.';
    if (damage !== null) return damaged(damage);
  }
  if (!state.ended) return damaged('Die Datei ist abgeschnitten: Die letzte Zeile mit dem Anker fehlt.');
  if (anchor !== null && !state.anchorSeen) return damaged('Der angegebene Anker kommt in diesem Journal nicht vor.');
  return { damage: null, sequence: state.sequence, hash: state.hash };
}

/** Prüft eine Zeile und geht in `state` weiter; gibt den Schaden in einem Satz zurück, sonst null. */
function checkLine(line, state, anchor) {
  if (state.ended) return 'Hinter der Zeile mit dem Anker steht noch etwas.';
  const last = ANCHOR.exec(line.toString('latin1'));
  if (last) {
    state.ended = true;
    if (Number(last[2]) === state.sequence && last[1] === state.hash) return null;
    return `Die Datei endet bei Eintrag ${state.sequence}, ihr Anker nennt Eintrag ${last[2]} oder eine andere Prüfsumme.`;
  }
  const place = state.sequence + 1;
  const parts = partsOf(line);
  if (parts === null) return `Eintrag ${place} ist beschädigt: Die Zeile hat nicht die Form eines Eintrags.`;
  // Über die Bytes, so wie sie in der Datei stehen: Kein Zeichen wird vorher umgewandelt.
  const hash = createHash('sha256').update(state.hash).update(parts.entry).digest('hex');
  if (hash !== parts.hash) return `Eintrag ${place} ist beschädigt: Inhalt und Prüfsumme passen nicht zusammen.`;
  if (sequenceOf(parts.entry) !== place)
    return `Vor Eintrag ${sequenceOf(parts.entry) ?? place} fehlt etwas: Erwartet war Eintrag ${place}.`;
  state.sequence = place;
  state.hash = hash;
  if (anchor === null || !hash.startsWith(anchor.hash)) {
    return anchor?.sequence === place ? `Eintrag ${place} passt nicht zum angegebenen Anker.` : null;
  }
  if (anchor.sequence === null || anchor.sequence === place) state.anchorSeen = true;
  return null;
}

/** `{"entry":TEXT,"hash":"HASH"}`: der Text, über den die Prüfsumme gebildet wurde, Byte für Byte. */
function partsOf(line) {
  const hashEnd = line.length - HASH_END.length;
  const hashStart = hashEnd - 64;
  const entryEnd = hashStart - HASH_START.length;
  if (entryEnd < ENTRY_START.length) return null;
  const isForm =
    line.subarray(0, ENTRY_START.length).equals(ENTRY_START) &&
    line.subarray(entryEnd, hashStart).equals(HASH_START) &&
    line.subarray(hashEnd).equals(HASH_END);
  if (!isForm) return null;
  return { entry: line.subarray(ENTRY_START.length, entryEnd), hash: line.toString('latin1', hashStart, hashEnd) };
}

/** Die laufende Nummer, die im Eintrag selbst steht. */
function sequenceOf(entry) {
  try {
    return JSON.parse(entry.toString('utf8')).sequence;
  } catch {
    return null;
  }
}

/** Die Zeilen einer Datei, ohne sie ganz in den Speicher zu holen. */
async function* linesOf(chunks) {
  let rest = [];
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      yield { line: Buffer.concat([...rest, chunk.subarray(start, end)]), isWhole: true };
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield { line: Buffer.concat(rest), isWhole: false };
}

/** "1234:9f86d081884c7d65" oder nur die Prüfsumme; mindestens 16 Zeichen von ihr. */
export function parseAnchor(text) {
  const match = /^(?:([1-9]\d*):)?([0-9a-f]{16,64})…?$/.exec(text.trim().toLowerCase());
  return match && { sequence: match[1] === undefined ? null : Number(match[1]), hash: match[2] };
}

async function main([file, option, text, ...more]) {
  const anchor = option === '--anker' && text !== undefined ? parseAnchor(text) : null;
  if (file === undefined || more.length > 0 || (option !== undefined && anchor === null)) {
    console.error(
      'Aufruf: node journal-pruefen.mjs DATEI [--anker [NUMMER:]PRÜFSUMME]\nDie Prüfsumme darf auf 16 Zeichen gekürzt sein.',
    );
    return 2;
  }
  let result;
  try {
    result = await checkExport(createReadStream(file), anchor);
  } catch (error) {
    console.error(`Die Datei lässt sich nicht lesen: ${error.message}`);
    return 2;
  }
  const { damage, sequence, hash } = result;
  if (damage !== null) {
    console.log(`BESCHÄDIGT. ${damage}`);
    console.log(`In Ordnung bis Eintrag ${sequence}.`);
    return 1;
  }
  console.log(`In Ordnung: ${sequence} Einträge, die Kette ist geschlossen.`);
  console.log(`Anker: ${sequence}:${hash}`);
  if (anchor !== null) console.log('Der angegebene Anker kommt darin vor.');
  return 0;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = await main(process.argv.slice(2));
}
