import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import {
  type AdminVoiceClip,
  ownClipName,
  voiceClipNames,
  voiceMostClips,
} from '../../contract/admin-voices';
import { clipOfName, clipOfSentence, isSpelledLabel } from '../../contract/clip-names';
import type { Language } from '../../contract/common';
import { languages } from '../../contract/languages';
import type { VoiceRecording } from '../../contract/lobby';
import { Refusal } from '../../queue/refusal';
import { saidOften } from '../../speech/said-often';
import type { Hall } from '../../store/hall';
import { fieldFault } from '../../texts/field-fault';
import type { SentFile } from '../routing/route-request';
import { kindOfFile } from './kind-of-file';
import { isWholeVideo } from './video-container';

const fileName = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:opus|ogg|mp3|m4a|wav)$/;

/** The hall's own clips, from files `DATA_DIR/voice/LANGUAGE/NAME.ogg`; others in the folder are ignored. */
export function listVoiceRecordings(dataDir: string, hall: Hall): VoiceRecording[] {
  return languages.flatMap((language) => {
    const said = namesToSay(hall, language);
    const folder = join(dataDir, 'voice', language);
    return filesOf(folder).flatMap((file): VoiceRecording[] => {
      const name = fileName.exec(file)?.[1];
      if (name === undefined) return [];
      const version = Math.trunc(statSync(join(folder, file)).mtimeMs);
      return [
        { language, name, says: said.get(name) ?? null, url: `/voice/${language}/${file}?v=${version}` },
      ];
    });
  });
}

/** Every clip there is or may be, in the order in which people record them, with the hall's own where there is one. */
export function listVoiceClips(dataDir: string, hall: Hall): AdminVoiceClip[] {
  const own = new Map(
    listVoiceRecordings(dataDir, hall).map((each) => [`${each.language}/${each.name}`, each.url]),
  );
  return languages.flatMap((language) => {
    const said = namesToSay(hall, language);
    const others = [...own.keys()]
      .filter((key) => key.startsWith(`${language}/`))
      .map((key) => key.slice(3))
      .filter(
        (name) => ownClipName.test(name) && !voiceClipNames[language].includes(name) && !said.has(name),
      );
    return [...voiceClipNames[language], ...said.keys(), ...others].map((name) => {
      const url = own.get(`${language}/${name}`) ?? null;
      const bytes = url && statSync(join(dataDir, url.replace(/\?.*$/, ''))).size;
      return { language, name, says: said.get(name) ?? null, url, bytes: bytes || null };
    });
  });
}

/** The desks in words, the counters and, where a kiosk speaks, its sentences, by the clips that say them in a language. */
function namesToSay(hall: Hall, language: Language): ReadonlyMap<string, string> {
  const { counters, settings } = hall;
  const desks = counters.flatMap((counter) => counter.desks).filter(({ label }) => !isSpelledLabel(label));
  const named = [
    ...desks.map(({ label }) => [clipOfName('desk', label), label] as const),
    ...counters.map(({ name }) => [clipOfName('counter', name.id), name[language] || name.id] as const),
  ];
  const names = new Map(named.flatMap(([clip, says]) => (clip === null ? [] : [[clip, says]])));
  if (!settings.spokenPath) return names;
  const known = new Set(names.values());
  const sentences = saidOften(hall).filter((said) => said.language === language && !known.has(said.text));
  return new Map([...names, ...sentences.map(({ text }) => [clipOfSentence(text), text] as const)]);
}

/** The ending under which sound of a kind is kept, and whether a file of it is there to its end. */
const soundKinds: Readonly<
  Record<string, { readonly ending: string; readonly isWhole: (path: string) => Promise<boolean> }>
> = {
  'audio/ogg; codecs=opus': { ending: 'opus', isWhole: isWholeOgg },
  'audio/ogg': { ending: 'ogg', isWhole: isWholeOgg },
  'audio/mpeg': { ending: 'mp3', isWhole: async () => true },
  'audio/mp4': { ending: 'm4a', isWhole: (path) => isWholeVideo(path, 'video/mp4') },
  'audio/x-m4a': { ending: 'm4a', isWhole: (path) => isWholeVideo(path, 'video/mp4') },
  'audio/wav': { ending: 'wav', isWhole: isWholeWav },
};

/**
 * Judges a recording by what is in it; returns how to put it in place of a clip, and of an earlier recording of it.
 * Throws `Refusal`: `file_kind_refused`, `file_damaged`, `limit_reached`, or `invalid_request` for a clip that nothing is spoken
 * with.
 */
export async function judgeRecording(
  dataDir: string,
  clip: { readonly language: Language; readonly name: string },
  sent: SentFile,
): Promise<() => void> {
  const { language, name } = clip;
  if (!voiceClipNames[language].includes(name) && !ownClipName.test(name)) {
    throw new Refusal('invalid_request', {
      errors: [{ path: 'name', fault: fieldFault('no_such_clip', { clip: name }) }],
    });
  }
  const type = await kindOfFile(sent.path);
  const kind = type && soundKinds[type.mime];
  if (!kind) throw new Refusal('file_kind_refused');
  if (!(await kind.isWhole(sent.path))) throw new Refusal('file_damaged');
  const folder = join(dataDir, 'voice', language);
  const others = filesOf(folder).filter((file) => fileName.exec(file)?.[1] !== name);
  if (others.length >= voiceMostClips) throw new Refusal('limit_reached');
  return () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    renameSync(sent.path, join(folder, `${name}.${kind.ending}`));
    removeFiles(folder, name, `${name}.${kind.ending}`);
  };
}

/** Removes the hall's recording of a clip. Throws `Refusal('not_found')` where there is none. */
export function removeRecording(dataDir: string, language: Language, name: string): void {
  if (removeFiles(join(dataDir, 'voice', language), name, null) === 0) throw new Refusal('not_found');
}

function removeFiles(folder: string, name: string, but: string | null): number {
  const files = filesOf(folder).filter((file) => fileName.exec(file)?.[1] === name && file !== but);
  for (const file of files) rmSync(join(folder, file), { force: true });
  return files.length;
}

/** Ogg (RFC 3533): the last page, which is no longer than 65,307 bytes, says that it is the last, and is whole. */
async function isWholeOgg(path: string): Promise<boolean> {
  const end = await lastBytes(path, 70_000);
  const page = end.lastIndexOf('OggS');
  if (page < 0 || ((end[page + 5] ?? 0) & 4) === 0) return false;
  const lengths = end.subarray(page + 27, page + 27 + (end[page + 26] ?? 0));
  return page + 27 + lengths.length + lengths.reduce((sum, length) => sum + length, 0) === end.length;
}

/** RIFF tells its own length. */
async function isWholeWav(path: string): Promise<boolean> {
  const size = statSync(path).size;
  const head = (await lastBytes(path, size)).subarray(0, 8);
  return head.length === 8 && head.readUInt32LE(4) + 8 <= size;
}

async function lastBytes(path: string, most: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, most);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Serves the files themselves; their addresses change when they do. */
export async function registerVoiceRecordings(app: FastifyInstance, dataDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(dataDir, 'voice'),
    prefix: '/voice/',
    decorateReply: false,
    index: false,
    maxAge: '365d',
    immutable: true,
    allowedPath: (path) => fileName.test(path.split('/').pop() ?? ''),
    setHeaders: (reply) => reply.header('content-security-policy', "default-src 'none'; sandbox"),
  });
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // The hall recorded nothing in this language.
    return [];
  }
}
