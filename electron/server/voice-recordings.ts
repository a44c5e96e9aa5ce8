import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { languages } from '../contract/common';
import type { VoiceRecording } from '../contract/lobby';

const fileName = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:opus|ogg|mp3|m4a|wav)$/;

/** The hall's own clips, from files `DATA_DIR/voice/LANGUAGE/NAME.ogg`; others in the folder are ignored. */
export function listVoiceRecordings(dataDir: string): VoiceRecording[] {
  return languages.flatMap((language) => {
    const folder = join(dataDir, 'voice', language);
    return filesOf(folder).flatMap((file): VoiceRecording[] => {
      const name = fileName.exec(file)?.[1];
      if (name === undefined) return [];
      const version = Math.trunc(statSync(join(folder, file)).mtimeMs);
      return [{ language, name, url: `/voice/${language}/${file}?v=${version}` }];
    });
  });
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
