import { existsSync } from 'node:fs';
import { languages } from '../../contract/languages';
import type { RouteName } from '../../contract/routes';
import type { AdminSpeech } from '../../contract/speech';
import { Refusal } from '../../queue/refusal';
import type { SpeechState } from '../../speech/speech';
import { Turns } from '../bounds/turns';
import { nameOf } from '../callers';
import type { ServerParts } from '../parts';
import type { Handlers } from '../routing/route-request';

/** A kiosk fetches a screen's sentences at once; one sentence takes some hundredths of a second. */
const bounds = { waiting: 200, waitingEach: 60 };
const failingTold = 20;

/** Sentences as sound, each device's in its turn. */
export function speechRoutes({ speech }: Pick<ServerParts, 'speech'>) {
  const turns = new Turns(1, bounds);
  return {
    sound: async ({ caller, query }) => {
      const made = await turns.take(nameOf(caller), () => speech.sound(query));
      if ('fault' in made) {
        throw new Refusal(made.fault === 'no_voice' ? 'speech_unavailable' : 'speech_failed');
      }
      return { status: 200, body: { base64: made.wave.toString('base64') } };
    },
    adminSpeech: async () => ({ status: 200, body: told(await speech.state()) }),
  } satisfies Partial<Handlers<RouteName>>;
}

function told({ synthesiser, wanted, made, failing, diskFull }: SpeechState): AdminSpeech {
  return {
    synthesiser: synthesiser && { name: synthesiser.name, version: synthesiser.version },
    voices: languages.map((language) => ({ language, voice: synthesiser?.voices[language] ?? null })),
    install: wayToInstall(),
    wanted,
    made,
    failing: failing.slice(0, failingTold).map(({ said, error }) => ({ ...said, error })),
    failingCount: failing.length,
    diskFull,
  };
}

function wayToInstall(): AdminSpeech['install'] {
  if (process.platform === 'win32') return 'windows';
  return existsSync('/usr/bin/apt') ? 'apt' : 'other';
}
